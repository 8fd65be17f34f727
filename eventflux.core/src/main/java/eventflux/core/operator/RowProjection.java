package eventflux.core.operator;

import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowView;

/** A compiled select list. */
@FunctionalInterface
public interface RowProjection {

    /** Stores all columns of the row that {@code out} has begun. */
    void project(RowView row, EvalContext context, RowBuilder out);
}
