package eventflux.core.operator.partition;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;

/** How rows of one stream find their part of a partition. Used by the thread that owns the application. */
@FunctionalInterface
public interface StreamKey {

    /** Whether the row has a key; the index of the partition takes it from this stream's rows from now on. */
    boolean select(RowView row, EvalContext context);
}
