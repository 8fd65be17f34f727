package eventflux.core.operator.table;

import eventflux.core.row.RowView;

/** What a query does to a table with a row of its output. Used by the thread that owns the application. */
public interface RowChange {

    /**
     * Does it.
     *
     * @throws eventflux.api.error.EventFluxException when the table refuses the row
     */
    void apply(RowView row);
}
