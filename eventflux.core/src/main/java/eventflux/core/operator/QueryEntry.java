package eventflux.core.operator;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where rows of a stream enter a query. A row that fails goes to the failures of the application; the rows after it go on.
 */
public final class QueryEntry implements RunReceiver {

    private final String query;
    private final RowView row;
    private final Stage first;
    private final boolean stepByRow;
    private final RowFailures failures;

    /**
     * The entry of a query.
     *
     * @param query its name
     * @param row a cursor of its own
     * @param first the first stage
     * @param stepByRow whether each row is a step of its own, or a run is
     * @param failures takes rows that fail
     */
    public QueryEntry(String query, RowView row, Stage first, boolean stepByRow, RowFailures failures) {
        this.query = query;
        this.row = row;
        this.first = first;
        this.stepByRow = stepByRow;
        this.failures = failures;
    }

    @Override
    public void receive(RowRun run) {
        UnsafeBuffer buffer = run.buffer();
        int end = run.end();
        int at = run.offset();
        while (at < end) {
            at = process(buffer, at, end, run.pitch());
        }
        if (!stepByRow) {
            endStep();
        }
    }

    // Answers where to go on: at the end, or after a row that failed.
    private int process(UnsafeBuffer buffer, int from, int end, int pitch) {
        int next = from;
        try {
            while (next < end) {
                row.wrap(buffer, next);
                next += pitch != 0 ? pitch : buffer.getInt(next + RowLayout.LENGTH_OFFSET);
                first.current(row);
                if (stepByRow) {
                    first.endStep();
                }
            }
        } catch (RuntimeException e) {
            failures.rowFailed(query, row, e);
            if (stepByRow) {
                endStep();
            }
        }
        return next;
    }

    private void endStep() {
        try {
            first.endStep();
        } catch (RuntimeException e) {
            failures.rowFailed(query, null, e);
        }
    }

    @Override
    public String toString() {
        return "query " + query + (stepByRow ? ", a step for each row" : ", a step for each run") + "\n" + first;
    }
}
