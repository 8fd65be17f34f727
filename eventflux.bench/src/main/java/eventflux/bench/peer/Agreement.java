package eventflux.bench.peer;

import java.util.List;

/** Sends the same rows every way and compares what comes out: a ratio means nothing when the answers differ. */
final class Agreement {

    private static final int ROUNDS = 3;

    private Agreement() {}

    /**
     * Compares ways with the first of them.
     *
     * @throws IllegalStateException naming the first row that differs
     */
    static void check(Workload workload, List<Way> ways) {
        List<String> expected = answers(workload, ways.get(0));
        if (expected.isEmpty()) {
            throw new IllegalStateException("%s: no results".formatted(workload.label()));
        }
        for (Way way : ways.subList(1, ways.size())) {
            compare(workload, way, expected, answers(workload, way));
        }
    }

    private static List<String> answers(Workload workload, Way way) {
        Results results = Results.keeping();
        Trades trades = new Trades();
        try (Contender contender = way.start(workload, results)) {
            for (int round = 0; round < ROUNDS; round++) {
                contender.sendRound(trades);
            }
            return results.sorted();
        }
    }

    private static void compare(Workload workload, Way way, List<String> expected, List<String> actual) {
        int common = Math.min(expected.size(), actual.size());
        for (int i = 0; i < common; i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                throw new IllegalStateException("%s, %s: %s instead of %s"
                        .formatted(workload.label(), way.label(), actual.get(i), expected.get(i)));
            }
        }
        if (expected.size() != actual.size()) {
            throw new IllegalStateException("%s, %s: %d rows instead of %d"
                    .formatted(workload.label(), way.label(), actual.size(), expected.size()));
        }
    }
}
