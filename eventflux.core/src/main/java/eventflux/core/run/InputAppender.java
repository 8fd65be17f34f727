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

    private final Schema schema;
    private final RowBatch batch;
    private final RowBuilder builder;
    private final ValueEncoder encoder;
    private final DataType[] types;
    private final Consumer<RowBatch> receiver;
    // The bits of the columns that there are, of the first 64.
    private final long used;
    private final boolean hasFarColumns;
    // Both written by the sender's thread.
    private boolean begun;
    private long unset;

    InputAppender(String stream, Schema schema, Consumer<RowBatch> receiver) {
        RowLayout layout = new RowLayout(schema);
        this.schema = schema;
        this.batch = new RowBatch(layout);
        // Texts have no codes before they are admitted, so this table stays empty.
        this.builder = new RowBuilder(batch, new SymbolTable());
        this.encoder = new ValueEncoder(stream, layout);
        this.types = schema.columns().stream().map(column -> column.type()).toArray(DataType[]::new);
        this.used = types.length >= Long.SIZE ? -1L : (1L << types.length) - 1;
        this.hasFarColumns = types.length > Long.SIZE;
        this.receiver = receiver;
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
        return setLong(column, value, DataType.INT);
    }

    @Override
    public RowAppender setLong(int column, long value) {
        return setLong(column, value, DataType.LONG);
    }

    private RowAppender setLong(int column, long value, DataType given) {
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
        require(column, DataType.DOUBLE);
        present(column);
        builder.putDouble(column, value);
        return this;
    }

    @Override
    public RowAppender setBoolean(int column, boolean value) {
        require(column, DataType.BOOL);
        present(column);
        builder.putLong(column, value ? 1 : 0);
        return this;
    }

    @Override
    public RowAppender setString(int column, String value) {
        require(column, DataType.STRING);
        if (value == null) {
            return setNull(column);
        }
        present(column);
        builder.putText(column, value);
        return this;
    }

    @Override
    public RowAppender setUtf8(int column, byte[] bytes, int offset, int length) {
        require(column, DataType.STRING);
        present(column);
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
        begun = false;
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
        begun = false;
    }

    /** Drops all that was written since the last flush. */
    void discard() {
        begun = false;
        batch.clear();
    }

    @Override
    public int pending() {
        return batch.count();
    }

    @Override
    public void flush() {
        if (begun) {
            throw new IllegalStateException("a row was begun and not ended");
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            receiver.accept(batch);
        } finally {
            batch.clear();
        }
    }

    private void open() {
        begun = true;
        unset = used;
        if (hasFarColumns) {
            builder.putAllNull();
        }
    }

    // Null bits of the first 64 columns gather here and are stored with the row; the others lie in the row.
    private void present(int column) {
        if (column >= Long.SIZE) {
            builder.clearNull(column);
        } else {
            unset &= ~(1L << column);
        }
    }

    private void requireRow() {
        if (!begun) {
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
