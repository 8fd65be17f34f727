package eventflux.core.operator;

import eventflux.core.row.RowRun;
import eventflux.core.row.RunCursor;

/**
 * Where rows of a stream enter a query. A row that fails goes to the failures of the application; the rows after it go on.
 */
public final class QueryEntry implements RunReceiver {

    private final String query;
    private final RunCursor rows;
    private final Stage first;
    private final boolean stepByRow;
    private final RowFailures failures;

    /**
     * The entry of a query.
     *
     * @param query its name
     * @param rows a cursor that nobody else moves while a run is being read
     * @param first the first stage
     * @param stepByRow whether each row is a step of its own, or a run is
     * @param failures takes rows that fail
     */
    public QueryEntry(String query, RunCursor rows, Stage first, boolean stepByRow, RowFailures failures) {
        this.query = query;
        this.rows = rows;
        this.first = first;
        this.stepByRow = stepByRow;
        this.failures = failures;
    }

    @Override
    public void receive(RowRun run) {
        rows.begin(run);
        if (stepByRow) {
            receiveSteps();
            return;
        }
        boolean isDone = false;
        while (!isDone) {
            isDone = receiveRest();
        }
        endStep();
    }

    // Answers false after a row that failed.
    private boolean receiveRest() {
        try {
            first.allCurrent(rows);
            return true;
        } catch (RuntimeException | Error e) {
            failures.rowFailed(query, rows.row(), e);
            return false;
        }
    }

    private void receiveSteps() {
        while (rows.next()) {
            try {
                first.current(rows.row());
                first.endStep();
            } catch (RuntimeException | Error e) {
                failures.rowFailed(query, rows.row(), e);
                endStep();
            }
        }
    }

    private void endStep() {
        try {
            first.endStep();
        } catch (RuntimeException | Error e) {
            failures.failed(query, RowFailures.STEP, e);
        }
    }

    @Override
    public String toString() {
        return "query " + query + (stepByRow ? ", a step for each row" : ", a step for each run") + "\n" + first;
    }
}
