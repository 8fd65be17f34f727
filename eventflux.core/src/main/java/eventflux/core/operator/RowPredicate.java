package eventflux.core.operator;

import eventflux.core.row.RowView;

/** A compiled condition. */
@FunctionalInterface
public interface RowPredicate {

    /** Whether the condition is true of the row; null is not true. */
    boolean test(RowView row, EvalContext context);
}
