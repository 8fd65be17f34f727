package eventflux.core.operator.table;

import eventflux.core.row.RowView;

/** Goes through a table's rows in the order of arrival. */
final class TableScan implements RowScan {

    private final StoredRows rows;
    private final RowView cursor;
    // Written by the thread that owns the application.
    private int next = StoredRows.NONE;

    TableScan(StoredRows rows, RowView cursor) {
        this.rows = rows;
        this.cursor = cursor;
    }

    @Override
    public void begin() {
        next = rows.first();
    }

    @Override
    public RowView next() {
        if (next == StoredRows.NONE) {
            return null;
        }
        RowView row = rows.show(next, cursor);
        next = rows.next(next);
        return row;
    }
}
