package eventflux.core.operator;

import eventflux.core.row.RowView;

/** A compiled group-by key that fits a long: one coded text, INT, LONG or BOOL column. */
public interface LongKey {

    /** Whether the key is null. */
    boolean isNull(RowView row, EvalContext context);

    /** The key, when it is not null. */
    long key(RowView row, EvalContext context);
}
