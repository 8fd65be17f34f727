package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.LongKey;
import eventflux.core.row.RowView;

/** A number, truth value or code as it is. */
public final class ExactKey implements RowKey {

    private final LongKey key;
    // Written by the thread that owns the application.
    private long value;

    /** A compiled key. */
    public ExactKey(LongKey key) {
        this.key = key;
    }

    @Override
    public boolean read(RowView row, EvalContext context) {
        if (key.isNull(row, context)) {
            return false;
        }
        value = key.key(row, context);
        return true;
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
