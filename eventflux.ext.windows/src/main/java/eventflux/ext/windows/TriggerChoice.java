package eventflux.ext.windows;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowContext;

/** Whether the row that ends a batch belongs to it. */
interface TriggerChoice {

    /** Whether this row does. */
    boolean of(Row row);

    /** By the {@code includeTriggering} argument: always, never, or as a column of the row says. */
    static TriggerChoice of(WindowContext context) {
        int index = context.arguments().getColumn("includeTriggering");
        if (index < 0) {
            boolean isIncluded = context.arguments().getBoolean("includeTriggering");
            return row -> isIncluded;
        }
        Column column = context.schema().column(index);
        if (column.type() != DataType.BOOL) {
            throw new IllegalArgumentException("Whether the row that ends a batch belongs to it has to be a BOOL, and "
                    + column.name() + " is " + column.type() + ".");
        }
        return row -> !row.isNull(index) && row.getBoolean(index);
    }
}
