package eventflux.core.operator.table;

import eventflux.core.row.RowView;

/**
 * Goes through all rows of a source, in the order in which they came. The source does not change between {@link #begin} and
 * the last {@link #next}. Used by the thread that owns the application.
 */
public interface RowScan {

    /** Begins anew, before the first row. */
    void begin();

    /** The next row, null after the last one; the same cursor each time. */
    RowView next();
}
