package eventflux.testkit.row;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A row of boxed values with a serial number by which tests recognise it wherever it was copied to. Immutable, and
 * strict: a typed accessor must be of the column's own type.
 */
public final class HeapRow implements Row {

    private final Schema schema;
    private final long serial;
    private final long timestamp;
    private final List<Object> values;

    private HeapRow(Schema schema, long serial, long timestamp, List<Object> values) {
        this.schema = schema;
        this.serial = serial;
        this.timestamp = timestamp;
        this.values = values;
    }

    /**
     * A row.
     *
     * @param schema its columns
     * @param serial what tests know it by
     * @param timestamp epoch milliseconds
     * @param values one for each column, null or of the column's Java type
     */
    public static HeapRow of(Schema schema, long serial, long timestamp, Object... values) {
        if (values.length != schema.size()) {
            throw new IllegalArgumentException("values=" + values.length + " columns=" + schema.size());
        }
        List<Object> copy = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            check(schema.column(i), values[i]);
            copy.add(values[i]);
        }
        return new HeapRow(schema, serial, timestamp, Collections.unmodifiableList(copy));
    }

    private static void check(Column column, Object value) {
        if (value != null && !javaType(column.type()).isInstance(value)) {
            throw new IllegalArgumentException("column=" + column + " value=" + value);
        }
    }

    private static Class<?> javaType(DataType type) {
        return switch (type) {
            case INT -> Integer.class;
            case LONG -> Long.class;
            case FLOAT -> Float.class;
            case DOUBLE -> Double.class;
            case BOOL -> Boolean.class;
            case STRING -> String.class;
            case OBJECT -> Object.class;
        };
    }

    /** Another row with the same serial number, time and values. */
    public HeapRow copy() {
        return new HeapRow(schema, serial, timestamp, values);
    }

    /** Another row with the same serial number and time, and another value in a column. */
    public HeapRow with(int column, Object value) {
        check(schema.column(column), value);
        List<Object> changed = new ArrayList<>(values);
        changed.set(column, value);
        return new HeapRow(schema, serial, timestamp, Collections.unmodifiableList(changed));
    }

    /** What tests know the row by; copies keep it. */
    public long serial() {
        return serial;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public boolean isNull(int column) {
        return values.get(column) == null;
    }

    @Override
    public int getInt(int column) {
        Object value = typed(column, DataType.INT);
        return value == null ? 0 : (Integer) value;
    }

    @Override
    public long getLong(int column) {
        Object value = typed(column, DataType.LONG);
        return value == null ? 0 : (Long) value;
    }

    @Override
    public float getFloat(int column) {
        Object value = typed(column, DataType.FLOAT);
        return value == null ? 0 : (Float) value;
    }

    @Override
    public double getDouble(int column) {
        Object value = typed(column, DataType.DOUBLE);
        return value == null ? 0 : (Double) value;
    }

    @Override
    public boolean getBoolean(int column) {
        Object value = typed(column, DataType.BOOL);
        return value != null && (Boolean) value;
    }

    @Override
    public String getString(int column) {
        return (String) typed(column, DataType.STRING);
    }

    @Override
    public Object get(int column) {
        return values.get(column);
    }

    private Object typed(int column, DataType type) {
        if (schema.column(column).type() != type) {
            throw new IllegalArgumentException("read as " + type + " column=" + schema.column(column));
        }
        return values.get(column);
    }

    @Override
    public String toString() {
        return "#" + serial + "@" + timestamp + values;
    }
}
