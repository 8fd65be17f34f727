package eventflux.core.operator.table;

import eventflux.core.row.RowLayout;

/**
 * Something that holds rows which others look at: a table, a named window. Used by the thread that owns the application.
 */
public interface RowSource {

    /** The layout of its rows. */
    RowLayout layout();

    /** A way of going through all rows, with a cursor of its own. */
    RowScan scan();
}
