package eventflux.core.row;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A cursor on one row, moved by {@link #wrap}. Compiled code reads {@link #buffer()} at {@link #offset()} plus the layout's
 * offsets; extensions use the accessors. Written by the thread that owns the application.
 */
public final class RowView implements Row {

    private final RowLayout layout;
    private final SymbolTable symbols;
    private UnsafeBuffer buffer;
    private int offset;
    private long timestamp;

    /**
     * A cursor on nothing yet.
     *
     * @param layout of all rows it will stand on
     * @param symbols what the codes mean
     */
    public RowView(RowLayout layout, SymbolTable symbols) {
        this.layout = layout;
        this.symbols = symbols;
    }

    /** Moves to the row at an offset of a buffer. */
    public RowView wrap(UnsafeBuffer newBuffer, int newOffset) {
        buffer = newBuffer;
        offset = newOffset;
        timestamp = newBuffer.getLong(newOffset + RowLayout.TIMESTAMP_OFFSET);
        return this;
    }

    /** Lets the row show another time than the one in memory, until it is moved. */
    public void timestamp(long shown) {
        timestamp = shown;
    }

    /** Where the row lies. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** Its first byte. */
    public int offset() {
        return offset;
    }

    /** Its length in bytes. */
    public int length() {
        return buffer.getInt(offset + RowLayout.LENGTH_OFFSET);
    }

    /** Its flags. */
    public int flags() {
        return buffer.getInt(offset + RowLayout.FLAGS_OFFSET);
    }

    /** Its layout. */
    public RowLayout layout() {
        return layout;
    }

    /** What its codes mean. */
    public SymbolTable symbols() {
        return symbols;
    }

    @Override
    public Schema schema() {
        return layout.schema();
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public boolean isNull(int column) {
        return (buffer.getLong(offset + layout.nullOffset(column)) & layout.nullMask(column)) != 0;
    }

    @Override
    public int getInt(int column) {
        return (int) slot(column);
    }

    @Override
    public long getLong(int column) {
        return slot(column);
    }

    @Override
    public float getFloat(int column) {
        return Float.intBitsToFloat((int) slot(column));
    }

    @Override
    public double getDouble(int column) {
        return buffer.getDouble(offset + layout.slotOffset(column));
    }

    @Override
    public boolean getBoolean(int column) {
        return slot(column) != 0;
    }

    @Override
    public String getString(int column) {
        if (isNull(column)) {
            return null;
        }
        long slot = slot(column);
        if (layout.isCoded(column)) {
            return symbols.text((int) slot);
        }
        byte[] bytes = new byte[RowLayout.textLength(slot)];
        buffer.getBytes(offset + RowLayout.textOffset(slot), bytes);
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public Object get(int column) {
        if (isNull(column)) {
            return null;
        }
        return switch (layout.type(column)) {
            case INT -> getInt(column);
            case LONG -> getLong(column);
            case FLOAT -> getFloat(column);
            case DOUBLE -> getDouble(column);
            case BOOL -> getBoolean(column);
            case STRING -> getString(column);
            case OBJECT -> throw new UnsupportedOperationException("OBJECT column");
        };
    }

    /** All values boxed, in order. */
    public Object[] toArray() {
        Object[] values = new Object[layout.columns()];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(i);
        }
        return values;
    }

    private long slot(int column) {
        return buffer.getLong(offset + layout.slotOffset(column));
    }

    @Override
    public String toString() {
        return "@" + timestamp + java.util.Arrays.toString(toArray());
    }
}
