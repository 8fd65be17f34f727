package eventflux.shell;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import java.util.List;

/**
 * Makes values of the words of a command line.
 *
 * @param stream the stream they are for
 * @param schema its columns
 */
record EventValues(String stream, Schema schema) {

    private static final String NULL = "null";

    /** The values in the order of the columns; Gogo has made a null of the word null already, but not in quotes. */
    Object[] parse(List<Object> words) {
        if (words.size() != schema.size()) {
            throw CommandFailure.of(
                    ShellProblem.VALUES_MISCOUNTED,
                    "stream",
                    stream,
                    "columns",
                    schema,
                    "given",
                    Counted.of(words.size(), "value"));
        }
        Object[] values = new Object[words.size()];
        for (int i = 0; i < values.length; i++) {
            Object word = words.get(i);
            values[i] = word == null || word.equals(NULL) ? null : parse(String.valueOf(word), schema.column(i));
        }
        return values;
    }

    /** A whole number of an option. */
    static long parseLong(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw CommandFailure.of(ShellProblem.NOT_A_NUMBER, "value", word);
        }
    }

    private static Object parse(String word, Column column) {
        try {
            return switch (column.type()) {
                case INT -> Integer.valueOf(word);
                case LONG -> Long.valueOf(word);
                case FLOAT -> Float.valueOf(word);
                case DOUBLE -> Double.valueOf(word);
                case BOOL -> parseBoolean(word, column);
                case STRING, OBJECT -> word;
            };
        } catch (NumberFormatException e) {
            throw mistyped(word, column);
        }
    }

    private static Boolean parseBoolean(String word, Column column) {
        if (!word.equalsIgnoreCase("true") && !word.equalsIgnoreCase("false")) {
            throw mistyped(word, column);
        }
        return Boolean.valueOf(word);
    }

    private static CommandFailure mistyped(String word, Column column) {
        DataType type = column.type();
        return CommandFailure.of(ShellProblem.VALUE_MISTYPED, "value", word, "column", column.name(), "type", type);
    }
}
