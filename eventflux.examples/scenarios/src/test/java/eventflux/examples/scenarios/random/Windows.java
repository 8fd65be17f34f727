package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;

/** Every window there is, with arguments made by chance. */
final class Windows {

    private final Chance chance;

    Windows(Chance chance) {
        this.chance = chance;
    }

    /** A window behind a stream. */
    static Both behindStream(String call) {
        int bracket = call.indexOf('(');
        return call(call.substring(0, bracket), call.substring(bracket + 1, call.length() - 1));
    }

    /** A window whose rows joins find. */
    String small(Readable stream) {
        String name = chance.oneOf("length", "time", "lengthBatch", "timeBatch");
        return chance.oneIn(3)
                ? call(stream.columns())
                : name + "(" + (name.startsWith("length") ? String.valueOf(count()) : time()) + ")";
    }

    private static Both call(String name, String arguments) {
        return new Both(
                "#window." + name + "(" + arguments + ")",
                " WINDOW('" + name + "'" + (arguments.isEmpty() ? "" : ", " + arguments) + ")");
    }

    /** A window in which a row stays as long as it does without the others, or none. */
    Both byTime() {
        String time = time();
        return switch (chance.below(6)) {
            case 0 -> call("time", time);
            case 1 -> call("timeBatch", time + ", 0");
            case 2 -> call("hopping", time + ", " + time() + ", 0");
            case 3 -> call("cron", "'*/2 * * * * ?'");
            case 4 -> call("delay", time);
            default -> Both.same("");
        };
    }

    /** As a definition of a named window has it. */
    String call(List<Column> columns) {
        List<String> calls = new ArrayList<>(List.of(
                "length(" + count() + ")",
                "lengthBatch(" + count() + chance.oneOf("", "", ", true") + ")",
                "time(" + time() + ")",
                "timeBatch(" + time() + chance.oneOf("", "", ", 0", ", true", ", 500, true") + ")",
                "timeLength(" + time() + ", " + count() + ")",
                "delay(" + time() + ")",
                "hopping(" + time() + ", " + time() + chance.oneOf("", "", ", 0") + ")",
                "cron('*/" + chance.from(2, 5) + " * * * * ?')",
                "session(" + time() + ")",
                "batch(" + chance.oneOf("", "1", "2") + ")"));
        keyed(calls, Columns.filtered(columns, column -> column.type() != DataType.OBJECT));
        timed(calls, Columns.filtered(columns, column -> column.name().equals(Columns.TIME.name())));
        conditional(calls, Columns.numeric(columns));
        return chance.one(calls);
    }

    private void keyed(List<String> calls, List<Column> keys) {
        if (keys.isEmpty()) {
            return;
        }
        String key = chance.one(keys).name();
        calls.addAll(List.of(
                "sort(" + count() + ", " + key + chance.oneOf("", ", 'desc'") + ", "
                        + chance.one(keys).name() + ")",
                "frequent(" + chance.from(1, 3) + ", " + key + ")",
                "lossyFrequent(" + chance.oneOf("0.3, 0.1", "0.5, 0.05") + ", " + key + ")",
                "unique(" + key + chance.oneOf("", ", " + chance.one(keys).name()) + ")",
                "firstUnique(" + key + ")",
                "lengthByKey(" + count() + ", " + key + ")",
                "uniqueLength(" + key + ", " + count() + ")",
                "uniqueLengthBatch(" + key + ", " + count() + ")",
                "uniqueTime(" + key + ", " + time() + ")",
                "uniqueTimeBatch(" + key + ", " + time() + chance.oneOf("", ", 0") + ")",
                "uniqueTimeLengthBatch(" + key + ", " + time() + ", " + count() + ")",
                "firstLengthBatch(" + key + ", " + count() + ")",
                "firstTimeBatch(" + key + ", " + time() + ")"));
        List<Column> texts = Columns.of(keys, DataType.STRING);
        if (!texts.isEmpty()) {
            calls.add("session(2 sec, " + chance.one(texts).name() + chance.oneOf("", ", 1 sec") + ")");
        }
    }

    private void timed(List<String> calls, List<Column> times) {
        if (times.isEmpty()) {
            return;
        }
        String key = chance.oneOf("k", "ts");
        calls.addAll(List.of(
                "externalTime(ts, " + time() + ")",
                "externalTimeBatch(ts, " + time() + chance.oneOf("", ", 0", ", 0, 3 sec", ", ts, 2 sec") + ")",
                "externalTimeBatch(ts, " + time() + ", 0, 4 sec, true)",
                "uniqueExternalTimeBatch(" + key + ", ts, " + time() + chance.oneOf("", ", 0", ", 0, 3 sec") + ")"));
    }

    private void conditional(List<String> calls, List<Column> numbers) {
        String number = numbers.isEmpty() ? "" : chance.one(numbers).name();
        List<String> conditions = new ArrayList<>(List.of(
                "count() <= " + count(),
                "eventTimestamp(last) - eventTimestamp(first) < " + chance.from(1, 4) + "000"));
        if (!numbers.isEmpty()) {
            conditions.add("sum(" + number + ") < 20");
            conditions.add("last." + number + " - first." + number + " < 4");
            conditions.add("max(" + number + ") < 7 and count() < 5");
        }
        calls.add("expression('" + chance.one(conditions) + "')");
        calls.add("expressionBatch('" + chance.one(conditions) + "'"
                + chance.oneOf("", ", true", ", false, true", ", true, true") + ")");
    }

    private int count() {
        return chance.from(1, 5);
    }

    private String time() {
        return chance.oneOf("1 sec", "2 sec", "3 sec", "500 millisec", "1500 millisec", "5 sec");
    }
}
