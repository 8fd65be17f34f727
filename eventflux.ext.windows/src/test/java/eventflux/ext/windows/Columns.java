package eventflux.ext.windows;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;

/** The schema of the rows in tests that are written by hand. */
final class Columns {

    static final Schema TS_AND_VALUE = Schema.of(new Column("ts", DataType.LONG), new Column("value", DataType.INT));

    private Columns() {}

    /** The event time of a row whose first column is {@code ts}. */
    static long ts(Row row) {
        return row.getLong(0);
    }
}
