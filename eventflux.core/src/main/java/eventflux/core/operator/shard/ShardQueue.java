package eventflux.core.operator.shard;

import eventflux.core.row.RowBatch;

/** The way to one shard. Used by the thread that owns the application. */
@FunctionalInterface
public interface ShardQueue {

    /** Takes rows, which are copied. */
    void take(RowBatch rows);
}
