package eventflux.ext.windows;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.window.WindowContext;

/**
 * The column that holds the time of a row.
 *
 * @param name as the author knows it
 * @param index its place
 */
record TimeColumn(String name, int index) {

    /** The column that a parameter names. */
    static TimeColumn of(WindowContext context, String parameter) {
        return of(context.schema(), context.arguments().getColumn(parameter));
    }

    static TimeColumn of(Schema schema, int index) {
        Column column = schema.column(index);
        if (column.type() != DataType.LONG) {
            throw new IllegalArgumentException(
                    "The time column has to be a LONG, and " + column.name() + " is " + column.type() + ".");
        }
        return new TimeColumn(column.name(), index);
    }

    /** The time of a row, milliseconds; a row without one belongs nowhere and is an error of that row. */
    long of(Row row) {
        if (row.isNull(index)) {
            throw new EventFluxException(Problem.of(WindowError.NO_TIME, "column", name));
        }
        return row.getLong(index);
    }
}
