package eventflux.core.operator;

import eventflux.core.row.RowView;

/** Where a row goes that could not be processed. Called by the thread that owns the application; does not throw. */
@FunctionalInterface
public interface RowFailures {

    /**
     * A row has failed.
     *
     * @param where the query, callback or sink
     * @param row the row, null when there is none, as for a timer
     * @param cause what went wrong
     */
    void rowFailed(String where, RowView row, Throwable cause);

    /** As {@link #rowFailed(String, RowView, Throwable)}, of a row that was tried more than once. */
    default void rowFailed(String where, RowView row, Throwable cause, int attempts) {
        rowFailed(where, row, cause);
    }
}
