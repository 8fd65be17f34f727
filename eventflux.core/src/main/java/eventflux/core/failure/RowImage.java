package eventflux.core.failure;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A row as bytes that outlive its application and its layout: the time, then each column with name, type and value.
 *
 * <pre>
 *   long time | int columns | for each: UTF name | UTF type | boolean null | value
 * </pre>
 */
public final class RowImage {

    private RowImage() {}

    /** The bytes of a row. */
    public static byte[] of(Row row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(row.timestamp());
            out.writeInt(row.schema().size());
            for (int column = 0; column < row.schema().size(); column++) {
                write(row.schema().column(column), row.get(column), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Column column, Object value, DataOutputStream out) throws IOException {
        out.writeUTF(column.name());
        out.writeUTF(column.type().name());
        out.writeBoolean(value == null);
        if (value == null) {
            return;
        }
        switch (column.type()) {
            case INT -> out.writeInt((Integer) value);
            case LONG -> out.writeLong((Long) value);
            case FLOAT -> out.writeFloat((Float) value);
            case DOUBLE -> out.writeDouble((Double) value);
            case BOOL -> out.writeBoolean((Boolean) value);
            case STRING -> {
                byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            default -> throw new IOException("a column of type " + column.type() + " is not kept");
        }
    }

    /**
     * A row for a stream; columns are found by name, those that were not there are null.
     *
     * @param values takes the values, one for each column of the schema
     * @return the row's time
     * @throws IOException when the bytes are none of a row, or a column has another type now
     */
    public static long read(byte[] image, Schema schema, Object[] values) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(image))) {
            long time = in.readLong();
            int columns = in.readInt();
            for (int i = 0; i < columns; i++) {
                String name = in.readUTF();
                DataType type = DataType.valueOf(in.readUTF());
                Object value = in.readBoolean() ? null : value(type, in);
                put(name, type, value, schema, values);
            }
            return time;
        } catch (IllegalArgumentException e) {
            throw new IOException("the bytes are no row: " + e.getMessage(), e);
        }
    }

    private static void put(String name, DataType type, Object value, Schema schema, Object[] values)
            throws IOException {
        int column = schema.indexOf(name);
        if (column < 0) {
            throw new IOException("the stream has no column " + name + " any more");
        }
        if (schema.column(column).type() != type) {
            throw new IOException("column " + name + " is no " + type + " any more");
        }
        values[column] = value;
    }

    private static Object value(DataType type, DataInputStream in) throws IOException {
        return switch (type) {
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case FLOAT -> in.readFloat();
            case DOUBLE -> in.readDouble();
            case BOOL -> in.readBoolean();
            case STRING -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            default -> throw new IOException("a column of type " + type);
        };
    }
}
