package eventflux.bench.peer;

import java.util.List;

/** Sends the same rows every way and compares what comes out: a ratio means nothing when the answers differ. */
final class Agreement {

    private static final int ROWS = 3 * 10_240;

    private Agreement() {}

    /**
     * Compares all with the first of them. Afterwards results are only counted.
     *
     * @throws IllegalStateException naming a row that differs
     */
    static void check(Workload workload, List<Lane> lanes) {
        for (Lane lane : lanes) {
            lane.send(workload.rowsToFill() + ROWS);
        }
        Results expected = lanes.get(0).results();
        if (expected.rows() == 0) {
            throw new IllegalStateException("%s: no results".formatted(workload.id()));
        }
        for (Lane lane : lanes) {
            compare("%s, %s".formatted(workload.id(), lane.way().label()), expected, lane.results());
        }
        lanes.forEach(lane -> lane.results().stopKeeping());
    }

    private static void compare(String name, Results expected, Results actual) {
        if (expected.fingerprint() == actual.fingerprint() && expected.rows() == actual.rows()) {
            return;
        }
        List<String> wanted = expected.sorted();
        List<String> found = actual.sorted();
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            if (!wanted.get(i).equals(found.get(i))) {
                throw new IllegalStateException("%s: %s instead of %s".formatted(name, found.get(i), wanted.get(i)));
            }
        }
        throw new IllegalStateException(
                "%s: %d rows instead of %d, or others than the first".formatted(name, actual.rows(), expected.rows()));
    }
}
