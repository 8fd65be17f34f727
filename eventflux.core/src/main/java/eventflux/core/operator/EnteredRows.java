package eventflux.core.operator;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;

/**
 * Failures of a query that reads several streams: whatever fails because of a row that has come into the query, a pair or a match
 * included, concerns that row and goes where its stream says. Used by the thread that owns the application.
 */
public final class EnteredRows implements RowFailures {

    private final RowFailures otherwise;
    // Written by the thread that owns the application; null when no row is on its way.
    private RowView row;
    private RowFailures taken;

    /** Failures without a row, as of a timer, go on as they are. */
    public EnteredRows(RowFailures otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public void rowFailed(String where, RowView failed, Throwable cause) {
        if (row == null) {
            otherwise.rowFailed(where, failed, cause);
        } else {
            taken.rowFailed(where, row, cause);
        }
    }

    @Override
    public void failed(String where, String what, Throwable cause) {
        if (row == null) {
            otherwise.failed(where, what, cause);
        } else {
            taken.rowFailed(where, row, cause);
        }
    }

    /**
     * Where the rows of one stream come in, one by one.
     *
     * @param cursor of its own
     * @param failures takes those that fail
     * @param inside reads them
     */
    public RunReceiver entrance(RowView cursor, RowFailures failures, RunReceiver inside) {
        RowRun single = new RowRun();
        return run -> {
            long end = run.end();
            for (long at = run.begin(); at < end; ) {
                int length = RowLayout.length(at);
                enter(cursor.wrap(at), failures);
                try {
                    inside.receive(single.wrap(at, length, 1));
                } finally {
                    enter(null, null);
                }
                at += length;
            }
        };
    }

    private void enter(RowView entered, RowFailures failures) {
        row = entered;
        taken = failures;
    }
}
