package eventflux.testkit.stream;

import java.util.List;

/**
 * A call to test.
 *
 * @param columns the columns of the schema that are its arguments
 * @param constants the constants behind them, of the Java types of the signature
 */
public record StreamFunctionCase(List<String> columns, List<Object> constants) {

    /** Copies the lists. */
    public StreamFunctionCase {
        columns = List.copyOf(columns);
        constants = List.copyOf(constants);
    }

    /** A call without constants. */
    public static StreamFunctionCase of(String... columns) {
        return new StreamFunctionCase(List.of(columns), List.of());
    }

    /** The same call with constants at its end. */
    public StreamFunctionCase with(Object... last) {
        return new StreamFunctionCase(columns, List.of(last));
    }

    @Override
    public String toString() {
        return columns + " " + constants;
    }
}
