package eventflux.testkit.connector;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * An appender that remembers the rows, and strict: it refuses values that do not widen to the column, malformed UTF-8, and
 * calls out of order. Safe to read from another thread than the one that writes.
 */
public final class RecordedRows implements RowAppender {

    private final Schema schema;
    private final List<RecordedRow> rows = new ArrayList<>(); // guarded by this
    private Object[] open; // written by the thread that appends; null between rows
    private OptionalLong timestamp = OptionalLong.empty(); // as above
    private int pending; // guarded by this
    private int flushes; // guarded by this

    /** An empty recording. */
    public RecordedRows(Schema schema) {
        this.schema = schema;
    }

    /** The rows committed so far. */
    public synchronized List<RecordedRow> all() {
        return List.copyOf(rows);
    }

    /** The rows' values without their times. */
    public synchronized List<List<Object>> values() {
        return rows.stream().map(RecordedRow::values).toList();
    }

    /** How often rows were flushed; a flush of nothing does not count. */
    public synchronized int flushes() {
        return flushes;
    }

    /** Whether a row was begun and neither committed nor aborted. */
    public boolean isOpen() {
        return open != null;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public RowAppender begin(long time) {
        return begin(OptionalLong.of(time));
    }

    @Override
    public RowAppender begin() {
        return begin(OptionalLong.empty());
    }

    private RowAppender begin(OptionalLong time) {
        if (open != null) {
            throw new IllegalStateException("a row is open already");
        }
        open = new Object[schema.size()];
        timestamp = time;
        return this;
    }

    @Override
    public RowAppender setInt(int column, int value) {
        return put(column, DataType.INT, value);
    }

    @Override
    public RowAppender setLong(int column, long value) {
        return put(column, DataType.LONG, value);
    }

    @Override
    public RowAppender setFloat(int column, float value) {
        return put(column, DataType.FLOAT, value);
    }

    @Override
    public RowAppender setDouble(int column, double value) {
        return put(column, DataType.DOUBLE, value);
    }

    @Override
    public RowAppender setBoolean(int column, boolean value) {
        return put(column, DataType.BOOL, value);
    }

    @Override
    public RowAppender setString(int column, String value) {
        return value == null ? setNull(column) : put(column, DataType.STRING, value);
    }

    @Override
    public RowAppender setUtf8(int column, byte[] bytes, int offset, int length) {
        try {
            return put(
                    column,
                    DataType.STRING,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, offset, length))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("malformed UTF-8 for column=" + schema.column(column), e);
        }
    }

    @Override
    public RowAppender setNull(int column) {
        opened()[column] = null;
        return this;
    }

    @Override
    public RowAppender set(int column, Object value) {
        return value == null ? setNull(column) : put(column, typeOf(value), value);
    }

    private static DataType typeOf(Object value) {
        if (value instanceof Integer) {
            return DataType.INT;
        } else if (value instanceof Long) {
            return DataType.LONG;
        } else if (value instanceof Float) {
            return DataType.FLOAT;
        } else if (value instanceof Double) {
            return DataType.DOUBLE;
        } else if (value instanceof Boolean) {
            return DataType.BOOL;
        }
        return value instanceof String ? DataType.STRING : DataType.OBJECT;
    }

    private RowAppender put(int place, DataType type, Object value) {
        Column column = schema.column(place);
        if (!type.widensTo(column.type())) {
            throw new IllegalArgumentException("column=" + column + " does not take " + type);
        }
        opened()[place] = widen(value, column.type());
        return this;
    }

    private static Object widen(Object value, DataType target) {
        return switch (target) {
            case LONG -> ((Number) value).longValue();
            case FLOAT -> ((Number) value).floatValue();
            case DOUBLE -> ((Number) value).doubleValue();
            case INT, BOOL, STRING, OBJECT -> value;
        };
    }

    private Object[] opened() {
        if (open == null) {
            throw new IllegalStateException("no row is open");
        }
        return open;
    }

    @Override
    public synchronized void commit() {
        rows.add(new RecordedRow(timestamp, Collections.unmodifiableList(Arrays.asList(opened()))));
        open = null;
        pending++;
        notifyAll();
    }

    @Override
    public void abort() {
        open = null;
    }

    @Override
    public synchronized int pending() {
        return pending;
    }

    @Override
    public synchronized void flush() {
        if (pending > 0) {
            flushes++;
        }
        pending = 0;
    }

    /** Waits for a number of rows; answers whether they came in time. */
    public synchronized boolean await(int count, long timeoutMillis) throws InterruptedException {
        long end = System.nanoTime() + timeoutMillis * 1_000_000;
        while (rows.size() < count) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
