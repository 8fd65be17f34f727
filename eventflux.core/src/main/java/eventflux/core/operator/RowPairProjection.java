package eventflux.core.operator;

import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowView;

/** A compiled select list over two rows: input 0 and input 1 of its expressions. */
@FunctionalInterface
public interface RowPairProjection {

    /** Stores all columns of the row that {@code out} has begun. */
    void project(RowView left, RowView right, EvalContext context, RowBuilder out);
}
