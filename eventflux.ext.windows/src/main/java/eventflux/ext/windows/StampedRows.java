package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;

/**
 * Rows whose time column says something else than it did when they came.
 *
 * @param rows where they lie
 * @param column the time column
 * @param time what it says from then on
 */
record StampedRows(RowQueue rows, int column, LongCell time) implements KeptRows.QueuedRows {

    @Override
    public boolean add(Row row) {
        rows.append(row, column, time.get());
        return true;
    }
}
