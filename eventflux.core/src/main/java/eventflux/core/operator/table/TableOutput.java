package eventflux.core.operator.table;

import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;

/**
 * Where rows of a query reach a table, one after another. A row that the table refuses goes to the failures of the application;
 * the rows after it go on.
 */
public final class TableOutput implements RunReceiver {

    private final String query;
    private final RowView row;
    private final RowChange change;
    private final RowFailures failures;

    /**
     * The end of a query.
     *
     * @param query its name
     * @param row a cursor of its own
     * @param change what is done
     * @param failures takes rows that fail
     */
    public TableOutput(String query, RowView row, RowChange change, RowFailures failures) {
        this.query = query;
        this.row = row;
        this.change = change;
        this.failures = failures;
    }

    @Override
    public void receive(RowRun run) {
        long end = run.end();
        for (long at = run.begin(); at < end; ) {
            row.wrap(at);
            at += RowLayout.length(at);
            try {
                change.apply(row);
            } catch (RuntimeException | Error e) {
                failures.rowFailed(query, row, e);
            }
        }
    }

    @Override
    public String toString() {
        return change.toString();
    }
}
