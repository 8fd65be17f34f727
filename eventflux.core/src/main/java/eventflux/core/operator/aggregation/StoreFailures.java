package eventflux.core.operator.aggregation;

import eventflux.api.error.EventFluxException;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.store.StoreError;
import eventflux.core.row.RowView;

/**
 * What the store of an aggregation could not do. What it refuses is lost and reported row by row; that it cannot be reached is reported
 * once, since what was to be done is done later. Used by the thread that owns the application.
 */
public final class StoreFailures implements RowFailures {

    private final String aggregation;
    private final RowFailures log;
    // Written by the thread that owns the application.
    private boolean isAway;

    /**
     * No failure yet.
     *
     * @param aggregation its name
     * @param log is told
     */
    public StoreFailures(String aggregation, RowFailures log) {
        this.aggregation = aggregation;
        this.log = log;
    }

    /** Begins anew. */
    void clear() {
        isAway = false;
    }

    /** Whether the store could not be reached since. */
    boolean isAway() {
        return isAway;
    }

    /** The values of a bucket cannot be computed. */
    void unseen(RuntimeException cause) {
        log.failed(aggregation, "a bucket", cause);
    }

    @Override
    public void rowFailed(String where, RowView row, Throwable cause) {
        if (cause instanceof EventFluxException known && known.problems().get(0).code() == StoreError.ROW_REFUSED) {
            log.rowFailed(where, row, cause);
        } else if (!isAway) {
            isAway = true;
            log.failed(where, "its store", cause);
        }
    }
}
