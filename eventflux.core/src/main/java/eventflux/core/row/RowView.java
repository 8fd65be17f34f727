package eventflux.core.row;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.text.ObjectText;
import java.util.Arrays;
import java.util.Objects;
import org.agrona.UnsafeApi;

/**
 * A cursor on one row, moved by {@link #wrap}. Compiled code reads at {@link #address()} plus the layout's offsets;
 * extensions use the accessors. Written by the thread that owns the application.
 */
public final class RowView implements Row {

    // What a row shows of itself where it has no column.
    private static final String LEFT_OUT = "…";

    private final RowLayout layout;
    private final SymbolTable symbols;
    private long address;
    private long timestamp;
    // Keeps the memory of a row that lies in no operator's state; null before the first.
    private RowBatch batch;

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

    /** Moves to the row at an address outside the garbage-collected heap, whose memory somebody else keeps. */
    public RowView wrap(long row) {
        address = row;
        timestamp = UnsafeApi.getLong(row + RowLayout.TIMESTAMP_OFFSET);
        return this;
    }

    /** Moves to the first row of a batch, and keeps the batch. */
    public RowView wrap(RowBatch rows) {
        // Storing a reference costs more than comparing it.
        if (batch != rows) {
            batch = rows;
        }
        return wrap(rows.begin());
    }

    /** Lets the row show another time than the one in memory, until it is moved. */
    public void timestamp(long shown) {
        timestamp = shown;
    }

    /** Where the row lies; good until a batch that it is in is cleared. */
    public long address() {
        return address;
    }

    /** Its length in bytes. */
    public int length() {
        return UnsafeApi.getInt(address + RowLayout.LENGTH_OFFSET);
    }

    /** A hash of its values, not of its time: rows of the same values have the same. */
    public long valueHash() {
        long hash = 0;
        long end = address + length();
        for (long at = address + RowLayout.NULLS_OFFSET; at < end; at += Long.BYTES) {
            hash = (hash ^ UnsafeApi.getLong(at)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> Integer.SIZE;
        }
        return hash;
    }

    /** Its flags. */
    public int flags() {
        return UnsafeApi.getInt(address + RowLayout.FLAGS_OFFSET);
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
        Objects.checkIndex(column, layout.columns());
        return (UnsafeApi.getLong(address + layout.nullOffset(column)) & layout.nullMask(column)) != 0;
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
        return Double.longBitsToDouble(slot(column));
    }

    @Override
    public boolean getBoolean(int column) {
        return slot(column) != 0;
    }

    @Override
    public String getString(int column) {
        return isNull(column) ? null : text(column, slot(column));
    }

    private String text(int column, long slot) {
        return layout.isCoded(column)
                ? symbols.text((int) slot)
                : symbols.recent().text(address + RowLayout.textOffset(slot), RowLayout.textLength(slot));
    }

    @Override
    public Object get(int column) {
        return isNull(column) ? null : boxed(column, slot(column));
    }

    private Object boxed(int column, long slot) {
        return switch (layout.type(column)) {
            case INT -> (int) slot;
            case LONG -> slot;
            case FLOAT -> Float.intBitsToFloat((int) slot);
            case DOUBLE -> Double.longBitsToDouble(slot);
            case BOOL -> slot != 0;
            case STRING -> text(column, slot);
            case OBJECT -> ObjectText.decode(text(column, slot));
        };
    }

    /** All values boxed, in order. */
    public Object[] toArray() {
        Object[] values = new Object[layout.columns()];
        long nulls = 0;
        for (int i = 0; i < values.length; i++) {
            if (i % Long.SIZE == 0) {
                nulls = UnsafeApi.getLong(address + layout.nullOffset(i));
            }
            if ((nulls & layout.nullMask(i)) == 0) {
                values[i] = boxed(i, UnsafeApi.getLong(address + layout.slotOffset(i)));
            }
        }
        return values;
    }

    // Extensions and callbacks ask by number: a wrong one must not read what lies elsewhere.
    private long slot(int column) {
        Objects.checkIndex(column, layout.columns());
        return UnsafeApi.getLong(address + layout.slotOffset(column));
    }

    @Override
    public String toString() {
        Object[] values = toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = layout.has(i) ? values[i] : LEFT_OUT;
        }
        return "@" + timestamp + Arrays.toString(values);
    }
}
