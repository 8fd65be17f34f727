package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;

/** Rows made by chance: keys of which some are frequent, nulls, equal times and gaps. */
final class RandomInput {

    private static final List<String> KEYS = List.of("k0", "k0", "k0", "k1", "k1", "k2", "k3", "");
    private static final List<String> GROUPS = List.of("g0", "g0", "g1", "g1", "g2", "\u00e9");
    private static final long AFTERWARDS = 60_000;

    private final Chance chance;
    private final List<Readable> streams;

    RandomInput(Chance chance, List<Readable> streams) {
        this.chance = chance;
        this.streams = streams;
    }

    /** Rows, with questions now and then and at the end. */
    List<Step> steps(List<String> questions) {
        List<Step> steps = new ArrayList<>();
        int rows = chance.from(10, 60);
        long now = RandomApplication.START;
        Readable stream = chance.one(streams);
        for (int i = 0; i < rows; i++) {
            now += gap();
            stream = chance.oneIn(3) ? chance.one(streams) : stream;
            steps.add(new Step.Send(now, stream.name(), values(stream, now)));
            if (chance.oneIn(20)) {
                now += chance.below(4_000);
                steps.add(new Step.Wait(now));
            }
            if (!questions.isEmpty() && chance.oneIn(15)) {
                steps.add(new Step.Ask(now, chance.one(questions)));
            }
        }
        long end = now + AFTERWARDS;
        questions.forEach(question ->
                steps.add(new Step.Ask(steps.get(steps.size() - 1).time(), question)));
        steps.add(new Step.Wait(end));
        questions.forEach(question -> steps.add(new Step.Ask(end, question)));
        return steps;
    }

    private long gap() {
        return switch (chance.below(20)) {
            case 0 -> chance.below(12_000);
            case 1, 2 -> 500L * chance.below(6);
            case 3, 4, 5, 6 -> chance.below(1_500);
            case 7, 8, 9 -> chance.below(20);
            default -> 0;
        };
    }

    private Object[] values(Readable stream, long now) {
        return stream.columns().stream().map(column -> value(column, now)).toArray();
    }

    private Object value(Column column, long now) {
        if (column.equals(Columns.TIME)) {
            return now + (chance.oneIn(4) ? chance.from(-800, 800) : 0);
        }
        if (chance.oneIn(9)) {
            return null;
        }
        return switch (column.type()) {
            case STRING -> column.equals(Columns.KEY) ? chance.one(KEYS) : chance.one(GROUPS);
            case INT -> chance.from(-2, 9);
            case LONG -> (long) chance.from(0, 8);
            case FLOAT -> chance.from(-4, 32) / 4f;
            case DOUBLE -> chance.from(-4, 32) / 4d;
            default -> chance.oneIn(2);
        };
    }
}
