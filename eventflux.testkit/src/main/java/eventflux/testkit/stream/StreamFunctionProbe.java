package eventflux.testkit.stream;

import eventflux.api.event.Schema;
import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.row.RowScript;
import java.util.List;

/**
 * A stream function at work for a test that says by hand what comes and what shall go on. Rows are numbered from 1 in the order in
 * which they come; one line of {@link #passed} is one row with the values that were added, such as {@code "1005: #2@1005[a, 7][14]"}.
 */
public final class StreamFunctionProbe {

    private static final String KEY = "";

    private final Schema schema;
    private final StreamFunctionRun run;
    private long rows; // these two are written by the thread of the test
    private int read;

    /**
     * A new function.
     *
     * @param factory of the function
     * @param call its arguments
     * @param schema the columns of its rows
     */
    public StreamFunctionProbe(StreamFunctionFactory factory, StreamFunctionCase call, Schema schema) {
        this.schema = schema;
        this.run = new StreamFunctionRun(factory, call, schema, false);
    }

    /** The clock goes on to a time, and a row comes with that time as its own. */
    public StreamFunctionProbe row(long at, Object... values) {
        run.arrive(new RowScript.Arrival(at, KEY, HeapRow.of(schema, ++rows, at, values)));
        return this;
    }

    /** The clock goes on to a time, and a row leaves that came before. */
    public StreamFunctionProbe expired(long at, Object... values) {
        run.expire(new RowScript.Arrival(at, KEY, HeapRow.of(schema, ++rows, at, values)));
        return this;
    }

    /** The clock goes on; alarms go off at their times. */
    public StreamFunctionProbe advanceTo(long time) {
        run.advanceTo(time);
        return this;
    }

    /** What went on since this was asked last, a line for each row. */
    public List<String> passed() {
        List<String> lines = run.passed().subList(read, run.passed().size()).stream()
                .map(passed -> passed.at() + ": " + passed.text())
                .toList();
        read = run.passed().size();
        return lines;
    }
}
