package eventflux.core.operator.table;

import eventflux.api.event.DataType;
import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;

/** A column as a key that sorts as it does; for tests. */
record KeyColumn(int column, long[] read) implements RowKey {

    KeyColumn(int column) {
        this(column, new long[1]);
    }

    @Override
    public boolean read(RowView row, EvalContext context) {
        if (row.isNull(column)) {
            return false;
        }
        if (row.layout().type(column) == DataType.DOUBLE) {
            long bits = Double.doubleToRawLongBits(row.getDouble(column));
            read[0] = bits ^ (bits >> Long.SIZE - 1 & Long.MAX_VALUE);
        } else {
            read[0] = row.getLong(column);
        }
        return true;
    }

    @Override
    public long value() {
        return read[0];
    }
}
