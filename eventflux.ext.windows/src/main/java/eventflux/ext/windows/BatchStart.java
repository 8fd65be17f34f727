package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowContext;

/** Where batches of an external time are aligned, asked for the first row. */
interface BatchStart {

    /** A point in time at which a batch starts. */
    long of(Row first);

    /** A constant, a column of the first row, or the first row's own time. */
    static BatchStart of(WindowContext context, TimeColumn time) {
        int column = context.arguments().getColumn("start");
        if (column >= 0) {
            return TimeColumn.of(context.schema(), column)::of;
        }
        if (context.arguments().has("start")) {
            long start = context.arguments().getMillis("start");
            return first -> start;
        }
        return time::of;
    }
}
