package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;

/** How a row is put into a queue. */
interface RowCopy {

    /** Copies a row to the end of a queue. */
    void append(RowQueue to, Row row);

    /** With another time in a column than it had when it came. */
    static RowCopy stamped(int column, LongCell time) {
        return (to, row) -> to.append(row, column, time.get());
    }
}
