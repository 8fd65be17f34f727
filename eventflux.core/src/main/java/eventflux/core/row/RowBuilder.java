package eventflux.core.row;

import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes rows at the end of a batch: {@link #begin}, stores, {@link #commit}. Compiled code stores into {@link #buffer()} at
 * {@link #offset()} plus the layout's offsets. After {@code begin} no column is null and every slot holds anything: all
 * columns are to be stored, or made null. Written by one thread at a time.
 */
public final class RowBuilder {

    private static final int MAX_UTF8_BYTES_PER_CHAR = 3;

    private final RowBatch batch;
    private final RowLayout layout;
    private final SymbolTable symbols;
    private final int slotsOffset;
    private final int fixedLength;
    private int offset;
    private int textEnd;

    /**
     * A builder for one batch.
     *
     * @param batch where the rows go
     * @param symbols gives codes for coded columns
     */
    public RowBuilder(RowBatch batch, SymbolTable symbols) {
        this.batch = batch;
        this.layout = batch.layout();
        this.symbols = symbols;
        this.slotsOffset = layout.slotOffset(0);
        this.fixedLength = layout.fixedLength();
    }

    /** The batch. */
    public RowBatch batch() {
        return batch;
    }

    /** Where the row lies; ask again after a text was stored. */
    public UnsafeBuffer buffer() {
        return batch.buffer();
    }

    /** The first byte of the row. */
    public int offset() {
        return offset;
    }

    /** The layout of the rows. */
    public RowLayout layout() {
        return layout;
    }

    /** Gives codes for coded columns. */
    public SymbolTable symbols() {
        return symbols;
    }

    /** Starts a row. */
    public void begin(long timestamp, int flags) {
        int fixed = fixedLength;
        batch.reserve(fixed);
        offset = batch.length();
        textEnd = fixed;
        int slots = slotsOffset;
        UnsafeBuffer buffer = batch.buffer();
        buffer.putInt(offset + RowLayout.FLAGS_OFFSET, flags);
        buffer.putLong(offset + RowLayout.TIMESTAMP_OFFSET, timestamp);
        for (int at = RowLayout.NULLS_OFFSET; at < slots; at += Long.BYTES) {
            buffer.putLong(offset + at, 0L);
        }
    }

    /** Ends the row and makes it part of the batch. */
    public void commit() {
        int length = RowLayout.align(textEnd);
        UnsafeBuffer buffer = batch.buffer();
        for (int at = textEnd; at < length; at++) {
            buffer.putByte(offset + at, (byte) 0);
        }
        buffer.putInt(offset + RowLayout.LENGTH_OFFSET, length);
        batch.add(length);
    }

    /** Makes a column null. */
    public void putNull(int column) {
        UnsafeBuffer buffer = batch.buffer();
        int at = offset + layout.nullOffset(column);
        buffer.putLong(at, buffer.getLong(at) | layout.nullMask(column));
        buffer.putLong(offset + layout.slotOffset(column), 0L);
    }

    /** Makes all columns null. */
    public void putAllNull() {
        UnsafeBuffer buffer = batch.buffer();
        int slots = slotsOffset;
        for (int at = RowLayout.NULLS_OFFSET; at < slots; at += Long.BYTES) {
            buffer.putLong(offset + at, -1L);
        }
        for (int at = slots; at < fixedLength; at += Long.BYTES) {
            buffer.putLong(offset + at, 0L);
        }
    }

    /** Makes a column not null; its slot is to be stored next. */
    public void clearNull(int column) {
        UnsafeBuffer buffer = batch.buffer();
        int at = offset + layout.nullOffset(column);
        buffer.putLong(at, buffer.getLong(at) & ~layout.nullMask(column));
    }

    /** Stores an INT, LONG or BOOL slot. */
    public void putLong(int column, long value) {
        batch.buffer().putLong(offset + layout.slotOffset(column), value);
    }

    /** Stores a FLOAT slot. */
    public void putFloat(int column, float value) {
        putLong(column, Float.floatToRawIntBits(value));
    }

    /** Stores a DOUBLE slot. */
    public void putDouble(int column, double value) {
        batch.buffer().putDouble(offset + layout.slotOffset(column), value);
    }

    /** Stores a text, as a code when the column is coded. Null is null. */
    public void putText(int column, String text) {
        if (text == null) {
            putNull(column);
        } else if (layout.isCoded(column)) {
            putLong(column, symbols.code(text));
        } else {
            putEncoded(column, text);
        }
    }

    /** Stores a text from UTF-8 bytes, as a code when the column is coded. */
    public void putText(int column, UnsafeBuffer source, int sourceOffset, int length) {
        if (layout.isCoded(column)) {
            putLong(column, symbols.code(source, sourceOffset, length));
            return;
        }
        makeRoom(length);
        batch.buffer().putBytes(offset + textEnd, source, sourceOffset, length);
        endText(column, length);
    }

    /** Stores a text from UTF-8 bytes into a column that is not coded. */
    public void putUtf8(int column, byte[] source, int sourceOffset, int length) {
        makeRoom(length);
        batch.buffer().putBytes(offset + textEnd, source, sourceOffset, length);
        endText(column, length);
    }

    /** Copies a text column of another row, whichever way either keeps it. */
    public void copyText(int column, RowView source, int sourceColumn) {
        if (source.isNull(sourceColumn)) {
            putNull(column);
            return;
        }
        long slot = source.getLong(sourceColumn);
        if (!source.layout().isCoded(sourceColumn)) {
            putText(column, source.buffer(), source.offset() + RowLayout.textOffset(slot), RowLayout.textLength(slot));
        } else if (layout.isCoded(column)) {
            putLong(column, slot);
        } else {
            byte[] bytes = symbols.bytes((int) slot);
            putUtf8(column, bytes, 0, bytes.length);
        }
    }

    private void putEncoded(int column, String text) {
        int chars = text.length();
        makeRoom(chars * MAX_UTF8_BYTES_PER_CHAR);
        UnsafeBuffer buffer = batch.buffer();
        int at = offset + textEnd;
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                putUtf8(column, bytes, 0, bytes.length);
                return;
            }
            buffer.putByte(at + i, (byte) c);
        }
        endText(column, chars);
    }

    private void makeRoom(int bytes) {
        batch.reserve(RowLayout.align(textEnd + bytes));
    }

    private void endText(int column, int length) {
        putLong(column, RowLayout.textSlot(textEnd, length));
        textEnd += length;
    }
}
