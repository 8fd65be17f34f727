package eventflux.testkit.window;

import eventflux.api.event.Schema;
import eventflux.api.spi.window.WindowFactory;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.row.RowScript;
import java.util.List;

/**
 * A window at work for a test that says by hand what comes and what shall go. Rows are numbered from 1 in the order in
 * which they come; one line of {@link #emitted} is one step, such as {@code "1005: -1 reset +2 +3"}: at 1005 row 1
 * expires, aggregates are reset, rows 2 and 3 are current.
 */
public final class WindowProbe {

    private static final String KEY = "";

    private final Schema schema;
    private final WindowRun run;
    private long rows; // these two are written by the thread of the test
    private int read;

    /**
     * A new window.
     *
     * @param factory of the window
     * @param arguments as in a query
     * @param schema the columns of its rows
     * @param expiredWanted whether anybody wants expired rows
     */
    public WindowProbe(WindowFactory factory, String arguments, Schema schema, boolean expiredWanted) {
        this(factory, WindowCase.of(arguments), schema, expiredWanted);
    }

    /** A new window for a call with conditions. */
    public WindowProbe(WindowFactory factory, WindowCase call, Schema schema, boolean expiredWanted) {
        this.schema = schema;
        this.run = new WindowRun(
                factory,
                new WindowRun.Call(
                        call.arguments(),
                        schema,
                        call.conditions(),
                        expiredWanted ? WindowRun.Use.EXPIRED_TOO : WindowRun.Use.CURRENT),
                WindowRun.Manner.PLAIN);
    }

    /** A window whose expired rows are wanted. */
    public WindowProbe(WindowFactory factory, String arguments, Schema schema) {
        this(factory, arguments, schema, true);
    }

    /** The clock goes on to a time, and a row comes with that time as its own. */
    public WindowProbe row(long at, Object... values) {
        return lateRow(at, at, values);
    }

    /** The clock goes on to a time, and a row comes with a time of its own. */
    public WindowProbe lateRow(long at, long timestamp, Object... values) {
        HeapRow row = HeapRow.of(schema, ++rows, timestamp, values);
        run.arrive(new RowScript.Arrival(at, KEY, row));
        return this;
    }

    /** The clock goes on; alarms go off at their times. */
    public WindowProbe advanceTo(long time) {
        run.advanceTo(time, true);
        return this;
    }

    /** What was emitted since this was asked last, a line for each step. */
    public List<String> emitted() {
        List<Step> steps = run.steps();
        List<String> lines = steps.subList(read, steps.size()).stream()
                .map(step -> step.at() + ": " + step.text())
                .toList();
        read = steps.size();
        return lines;
    }
}
