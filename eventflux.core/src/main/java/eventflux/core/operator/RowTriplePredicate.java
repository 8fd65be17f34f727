package eventflux.core.operator;

import eventflux.core.row.RowView;

/** A compiled condition over three rows: inputs 0, 1 and 2 of its expression. */
@FunctionalInterface
public interface RowTriplePredicate {

    /** Whether the condition is true of the rows; null is not true. */
    boolean test(RowView row, RowView first, RowView last, EvalContext context);
}
