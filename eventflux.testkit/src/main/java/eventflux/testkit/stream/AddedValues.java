package eventflux.testkit.stream;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.spi.stream.AddedColumns;
import java.util.Arrays;
import java.util.List;

/** Takes the added columns of one row, strictly. Used by one thread. */
final class AddedValues implements AddedColumns {

    private final List<Column> columns;
    private final Object[] values;

    AddedValues(List<Column> columns) {
        this.columns = columns;
        this.values = new Object[columns.size()];
    }

    private AddedColumns set(int column, DataType type, Object value) {
        if (column < 0 || column >= columns.size() || columns.get(column).type() != type) {
            throw new IllegalArgumentException("column=" + column + " given=" + type + " adds=" + columns);
        }
        values[column] = value;
        return this;
    }

    @Override
    public AddedColumns setInt(int column, int value) {
        return set(column, DataType.INT, value);
    }

    @Override
    public AddedColumns setLong(int column, long value) {
        return set(column, DataType.LONG, value);
    }

    @Override
    public AddedColumns setFloat(int column, float value) {
        return set(column, DataType.FLOAT, value);
    }

    @Override
    public AddedColumns setDouble(int column, double value) {
        return set(column, DataType.DOUBLE, value);
    }

    @Override
    public AddedColumns setBoolean(int column, boolean value) {
        return set(column, DataType.BOOL, value);
    }

    @Override
    public AddedColumns setString(int column, String value) {
        return set(column, DataType.STRING, value);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
