package eventflux.core.operator;

import eventflux.core.row.RowView;

/** A compiled condition over two rows: input 0 and input 1 of its expression. */
@FunctionalInterface
public interface RowPairPredicate {

    /** Whether the condition is true of the two rows; null is not true. */
    boolean test(RowView left, RowView right, EvalContext context);
}
