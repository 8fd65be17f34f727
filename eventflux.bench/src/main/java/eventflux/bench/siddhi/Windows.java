package eventflux.bench.siddhi;

import eventflux.api.event.Column;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows of Siddhi, with arguments made by chance. Passes by what {@code siddhi.md} has under "Windows": {@code sort} by a column
 * with nulls, {@code frequent} without columns, {@code session} with a latency or a null as its key, {@code expression} that a row alone
 * does not fulfil, {@code expressionBatch} with the triggering row, {@code externalTimeBatch} with a timeout.
 */
final class Windows {

    private static final int MILLIS = 1_000;

    private final Chance chance;
    private final Readable source;
    private final boolean isPartition;

    /** Windows over a stream. */
    Windows(Draft draft, Readable source) {
        this.chance = draft.chance();
        this.source = source;
        this.isPartition = draft.isPartition();
    }

    /** Any of them. */
    Window any() {
        if (isPartition) {
            return inPartition();
        }
        return chance.oneIn(2) ? batch() : sliding();
    }

    // One that works in partitions of Siddhi, where batches by time do not end, and an {@code expression} is one for
    // all keys.
    private Window inPartition() {
        return chance.oneIn(3)
                ? new Window("lengthBatch(" + count() + ")", Window.Life.BATCH)
                : chance.one(inPartitions());
    }

    /** One in which joins find the same rows in both engines. */
    Window joinable() {
        return isPartition ? chance.one(inPartitions()) : chance.one(joined());
    }

    private List<Window> inPartitions() {
        return joined().stream()
                .filter(window -> !window.kind().equals("expression"))
                .toList();
    }

    private Window batch() {
        List<String> calls = new ArrayList<>(List.of(
                "lengthBatch(" + count() + ")",
                "timeBatch(" + time() + ")",
                "timeBatch(" + time() + ", 0)",
                "batch()",
                "expressionBatch('count() <= " + count() + "')",
                "expressionBatch('eventTimestamp(last) - eventTimestamp(first) < " + chance.from(1, 5) + "000')"));
        if (source.hasTime()) {
            calls.add("externalTimeBatch(ts, " + time() + ")");
            calls.add("externalTimeBatch(ts, " + time() + ", 0)");
        }
        if (!source.numbers().isEmpty() && !source.hasNulls()) {
            String number = chance.one(source.numbers()).name();
            calls.add("expressionBatch('last." + number + " >= first." + number + "')");
        }
        return new Window(chance.one(calls), Window.Life.BATCH);
    }

    private Window sliding() {
        List<Window> all = new ArrayList<>(joined());
        all.add(new Window("delay(" + time() + ")", Window.Life.GATHERING));
        all.add(new Window("session(" + time() + ")", Window.Life.GATHERING));
        all.add(new Window("lengthBatch(" + count() + ", true)", Window.Life.GATHERING));
        all.add(new Window("timeBatch(" + time() + ", true)", Window.Life.GATHERING));
        all.add(new Window("expressionBatch('count() < 4', false, true)", Window.Life.GATHERING));
        List<Column> texts = source.texts();
        if (!texts.isEmpty()) {
            String key = chance.one(texts).name();
            all.add(new Window("frequent(" + chance.from(1, 2) + ", " + key + ")", Window.Life.GATHERING));
            if (!source.hasNulls()) {
                all.add(new Window("session(" + time() + ", " + key + ")", Window.Life.GATHERING));
            }
        }
        return chance.one(all);
    }

    private List<Window> joined() {
        List<Window> all = new ArrayList<>(List.of(
                new Window("length(" + count() + ")", Window.Life.SLIDING),
                new Window("time(" + time() + ")", Window.Life.SLIDING),
                new Window("timeLength(" + time() + ", " + count() + ")", Window.Life.SLIDING),
                new Window("expression('count() <= " + count() + "')", Window.Life.SLIDING)));
        if (source.hasTime()) {
            all.add(new Window("externalTime(ts, " + time() + ")", Window.Life.GATHERING));
        }
        if (!source.numbers().isEmpty() && !source.hasNulls()) {
            String number = chance.one(source.numbers()).name();
            all.add(new Window(
                    "sort(" + count() + ", " + number + chance.oneOf("", ", 'desc'", ", 'asc'") + ")",
                    Window.Life.SLIDING));
        }
        return all;
    }

    private int count() {
        return chance.from(1, 5);
    }

    private String time() {
        return chance.from(1, 9) * MILLIS + " milliseconds";
    }
}
