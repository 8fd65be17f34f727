package eventflux.core.run;

import eventflux.api.event.DataType;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import java.util.Objects;
import java.util.function.Consumer;

/** Rows written by one sender into memory of its own; texts lie in the rows until the application admits them. */
final class InputAppender implements RowAppender {

    private static final int COLUMN_SHIFT = 6;

    private final Schema schema;
    private final RowBatch batch;
    private final RowBuilder builder;
    private final ValueEncoder encoder;
    private final DataType[] types;
    private final Consumer<RowBatch> receiver;
    // The bits of those of the first 64 columns that take a value as it is given.
    private final long texts;
    private final long doubles;
    private final long floats;
    private final long longs;
    private final long wholes; // longs and ints
    private final long truths;
    private final long used;
    private final boolean hasFarColumns;
    // Both written by the sender's thread: all bits between begin and commit, else none; columns that
    // have no value yet.
    private long open;
    private long unset;

    InputAppender(String stream, Schema schema, Consumer<RowBatch> receiver) {
        RowLayout layout = new RowLayout(schema);
        this.schema = schema;
        this.batch = new RowBatch(layout);
        // Texts have no codes before they are admitted, so this table stays empty.
        this.builder = new RowBuilder(batch, new SymbolTable());
        this.encoder = new ValueEncoder(stream, layout);
        this.types = schema.columns().stream().map(column -> column.type()).toArray(DataType[]::new);
        this.texts = near(DataType.STRING);
        this.doubles = near(DataType.DOUBLE);
        this.floats = near(DataType.FLOAT);
        this.longs = near(DataType.LONG);
        this.wholes = longs | near(DataType.INT);
        this.truths = near(DataType.BOOL);
        this.used = types.length >= Long.SIZE ? -1L : (1L << types.length) - 1;
        this.hasFarColumns = types.length > Long.SIZE;
        this.receiver = receiver;
    }

    private long near(DataType type) {
        long bits = 0;
        for (int i = 0; i < Math.min(types.length, Long.SIZE); i++) {
            bits |= types[i] == type ? 1L << i : 0;
        }
        return bits;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public RowAppender begin(long timestamp) {
        builder.begin(timestamp, 0);
        open();
        return this;
    }

    @Override
    public RowAppender begin() {
        builder.begin(0, RowLayout.UNTIMED_FLAG);
        open();
        return this;
    }

    @Override
    public RowAppender setInt(int column, int value) {
        if (isNear(wholes, column)) {
            presentNear(column);
            builder.putLong(column, value);
            return this;
        }
        return setWidened(column, value, DataType.INT);
    }

    @Override
    public RowAppender setLong(int column, long value) {
        if (isNear(longs, column)) {
            presentNear(column);
            builder.putLong(column, value);
            return this;
        }
        return setWidened(column, value, DataType.LONG);
    }

    private RowAppender setWidened(int column, long value, DataType given) {
        DataType type = require(column, given);
        present(column);
        if (type == DataType.DOUBLE) {
            builder.putDouble(column, value);
        } else if (type == DataType.FLOAT) {
            builder.putFloat(column, value);
        } else {
            builder.putLong(column, value);
        }
        return this;
    }

    @Override
    public RowAppender setFloat(int column, float value) {
        if (isNear(floats, column)) {
            presentNear(column);
            builder.putFloat(column, value);
            return this;
        }
        DataType type = require(column, DataType.FLOAT);
        present(column);
        if (type == DataType.DOUBLE) {
            builder.putDouble(column, value);
        } else {
            builder.putFloat(column, value);
        }
        return this;
    }

    @Override
    public RowAppender setDouble(int column, double value) {
        admit(doubles, column, DataType.DOUBLE);
        builder.putDouble(column, value);
        return this;
    }

    @Override
    public RowAppender setBoolean(int column, boolean value) {
        admit(truths, column, DataType.BOOL);
        builder.putLong(column, value ? 1 : 0);
        return this;
    }

    @Override
    public RowAppender setString(int column, String value) {
        if (value == null) {
            require(column, DataType.STRING);
            return setNull(column);
        }
        admit(texts, column, DataType.STRING);
        builder.putUncodedText(column, value);
        return this;
    }

    @Override
    public RowAppender setUtf8(int column, byte[] bytes, int offset, int length) {
        admit(texts, column, DataType.STRING);
        builder.putUtf8(column, bytes, offset, length);
        return this;
    }

    @Override
    public RowAppender setNull(int column) {
        requireRow();
        if (Objects.checkIndex(column, types.length) >= Long.SIZE) {
            builder.putNull(column);
        } else {
            unset |= 1L << column;
        }
        return this;
    }

    @Override
    public RowAppender set(int column, Object value) {
        requireRow();
        if (value == null) {
            return setNull(column);
        }
        present(column);
        encoder.encode(column, value, builder);
        return this;
    }

    /** Sets all columns of the row that was begun. */
    void setAll(Object[] values) {
        encoder.requireArity(values);
        for (int i = 0; i < values.length; i++) {
            set(i, values[i]);
        }
    }

    @Override
    public void commit() {
        requireRow();
        open = 0;
        if (unset != 0 || hasFarColumns) {
            storeNulls(unset);
        }
        builder.commit();
    }

    private void storeNulls(long missing) {
        builder.putNulls(missing);
        for (long left = missing; left != 0; left &= left - 1) {
            builder.putLong(Long.numberOfTrailingZeros(left), 0L);
        }
    }

    @Override
    public void abort() {
        open = 0;
    }

    /** Drops all that was written since the last flush. */
    void discard() {
        open = 0;
        batch.clear();
    }

    @Override
    public int pending() {
        return batch.count();
    }

    @Override
    public void flush() {
        flush(receiver);
    }

    /** Hands the rows to somebody else than who was given at first. */
    void flush(Consumer<RowBatch> to) {
        if (open != 0) {
            throw new IllegalStateException("a row was begun and not ended");
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            to.accept(batch);
        } finally {
            batch.clear();
        }
    }

    private void open() {
        open = -1L;
        unset = used;
        if (hasFarColumns) {
            builder.putAllNull();
        }
    }

    // Whether the column is one of those, and a row was begun: what is asked for every value is one question.
    private boolean isNear(long columns, int column) {
        return (open & columns & 1L << column) != 0 && column >>> COLUMN_SHIFT == 0;
    }

    // Null bits of the first 64 columns gather here and are stored with the row; the others lie in the row.
    private void presentNear(int column) {
        unset &= ~(1L << column);
    }

    private void present(int column) {
        if (column >= Long.SIZE) {
            builder.clearNull(column);
        } else {
            presentNear(column);
        }
    }

    private void admit(long columns, int column, DataType given) {
        if (isNear(columns, column)) {
            presentNear(column);
        } else {
            require(column, given);
            present(column);
        }
    }

    private void requireRow() {
        if (open == 0) {
            throw new IllegalStateException("no row was begun");
        }
    }

    private DataType require(int column, DataType given) {
        requireRow();
        DataType type = types[column];
        if (type != given && !given.widensTo(type)) {
            throw mismatch(column, given);
        }
        return type;
    }

    private IllegalArgumentException mismatch(int column, DataType given) {
        return new IllegalArgumentException("column " + schema.column(column) + " takes no " + given);
    }
}
