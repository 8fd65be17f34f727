package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;

/**
 * The key of a row as a long: its value, a code, or a hash, so that equal keys have equal longs. Each user has one of its own.
 */
public interface RowKey {

    /** Reads the key of a row; false when it is null. */
    boolean read(RowView row, EvalContext context);

    /** The key that was read last. */
    long value();
}
