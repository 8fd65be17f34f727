package eventflux.core.operator;

import eventflux.core.row.RowView;

/** Where a row goes that could not be processed. Called by the thread that owns the application; does not throw. */
@FunctionalInterface
public interface RowFailures {

    /** What has failed when a timer did. */
    String TIMER = "a timer";

    /** What has failed when the end of a step did, of one row or of many. */
    String STEP = "the rows of a step";

    /**
     * A row has failed.
     *
     * @param where the query, callback or sink
     * @param row the row; null when there is none, and nothing more is to be said about that
     * @param cause what went wrong
     */
    void rowFailed(String where, RowView row, Throwable cause);

    /**
     * Something has failed that is not one row.
     *
     * @param where the query, callback or sink
     * @param what it failed on, to read behind "failed on"
     * @param cause what went wrong
     */
    default void failed(String where, String what, Throwable cause) {
        rowFailed(where, null, cause);
    }

    /** As {@link #rowFailed(String, RowView, Throwable)}, of a row that was tried more than once. */
    default void rowFailed(String where, RowView row, Throwable cause, int attempts) {
        rowFailed(where, row, cause);
    }
}
