package eventflux.core.row;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes rows at the end of a batch: {@link #begin}, stores, {@link #commit}. Compiled code stores into {@link #buffer()} at
 * {@link #offset()} plus the layout's offsets. After {@code begin} no column is null and every slot holds anything: all
 * columns are to be stored, or made null. Written by one thread at a time.
 */
public final class RowBuilder {

    private static final int SLOT_SHIFT = 3;
    private static final int FIRST_NON_ASCII = 0x80;
    private static final boolean IS_LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final RowBatch batch;
    private final UnsafeBuffer buffer;
    private final RowLayout layout;
    private final SymbolTable symbols;
    private final boolean[] isCoded;
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
        this.buffer = batch.buffer();
        this.layout = batch.layout();
        this.symbols = symbols;
        this.isCoded = layout.isCoded();
        this.slotsOffset = layout.slotOffset(0);
        this.fixedLength = layout.fixedLength();
    }

    /** The batch. */
    public RowBatch batch() {
        return batch;
    }

    /** Where the row lies; the same object for all rows. */
    public UnsafeBuffer buffer() {
        return buffer;
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
        buffer.putInt(offset + RowLayout.FLAGS_OFFSET, flags);
        buffer.putLong(offset + RowLayout.TIMESTAMP_OFFSET, timestamp);
        for (int at = RowLayout.NULLS_OFFSET; at < slots; at += Long.BYTES) {
            buffer.putLong(offset + at, 0L);
        }
    }

    /** Ends the row and makes it part of the batch. */
    public void commit() {
        int length = textEnd;
        buffer.putInt(offset + RowLayout.LENGTH_OFFSET, length);
        batch.add(length);
    }

    /** Makes a column null. */
    public void putNull(int column) {
        int at = offset + layout.nullOffset(column);
        buffer.putLong(at, buffer.getLong(at) | layout.nullMask(column));
        buffer.putLong(offset + slotsOffset + (column << SLOT_SHIFT), 0L);
    }

    /** Stores the null bits of the first 64 columns at once. */
    public void putNulls(long bits) {
        buffer.putLong(offset + RowLayout.NULLS_OFFSET, bits);
    }

    /** Makes all columns null. */
    public void putAllNull() {
        int slots = slotsOffset;
        // Bits beyond the last column stay 0, so that equal rows have equal bytes.
        long lastWord = -1L >>> -layout.columns();
        for (int at = RowLayout.NULLS_OFFSET; at < slots; at += Long.BYTES) {
            buffer.putLong(offset + at, at + Long.BYTES < slots ? -1L : lastWord);
        }
        for (int at = slots; at < fixedLength; at += Long.BYTES) {
            buffer.putLong(offset + at, 0L);
        }
    }

    /** Makes a column not null; its slot is to be stored next. */
    public void clearNull(int column) {
        int at = offset + layout.nullOffset(column);
        buffer.putLong(at, buffer.getLong(at) & ~layout.nullMask(column));
    }

    /** Stores an INT, LONG or BOOL slot. */
    public void putLong(int column, long value) {
        buffer.putLong(offset + slotsOffset + (column << SLOT_SHIFT), value);
    }

    /** Stores a FLOAT slot. */
    public void putFloat(int column, float value) {
        putLong(column, Float.floatToRawIntBits(value));
    }

    /** Stores a DOUBLE slot. */
    public void putDouble(int column, double value) {
        buffer.putDouble(offset + slotsOffset + (column << SLOT_SHIFT), value);
    }

    /** Stores a text, as a code when the column is coded. Null is null. */
    public void putText(int column, String text) {
        if (text == null) {
            putNull(column);
        } else if (isCoded[column]) {
            putLong(column, symbols.code(text));
        } else {
            putEncoded(column, text);
        }
    }

    /** Stores a text from UTF-8 bytes, as a code when the column is coded. */
    public void putText(int column, UnsafeBuffer source, int sourceOffset, int length) {
        if (isCoded[column]) {
            putLong(column, symbols.code(source, sourceOffset, length));
            return;
        }
        beginText(length);
        buffer.putBytes(offset + textEnd, source, sourceOffset, length);
        endText(column, length);
    }

    /** Copies a text of another row, which is padded as ours are. */
    public void putPaddedText(int column, UnsafeBuffer source, int sourceOffset, int length) {
        if (isCoded[column]) {
            putLong(column, symbols.code(source, sourceOffset, length));
            return;
        }
        int padded = RowLayout.align(length);
        batch.reserve(textEnd + padded);
        RowMemory.copy(source, sourceOffset, buffer, offset + textEnd, padded);
        endText(column, length);
    }

    /** Stores a text from UTF-8 bytes into a column that is not coded. */
    public void putUtf8(int column, byte[] source, int sourceOffset, int length) {
        beginText(length);
        buffer.putBytes(offset + textEnd, source, sourceOffset, length);
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
            putPaddedText(
                    column, source.buffer(), source.offset() + RowLayout.textOffset(slot), RowLayout.textLength(slot));
        } else if (isCoded[column]) {
            putLong(column, slot);
        } else {
            byte[] bytes = symbols.bytes((int) slot);
            putUtf8(column, bytes, 0, bytes.length);
        }
    }

    // ASCII goes eight characters at a time; a text with others is encoded by the library.
    private void putEncoded(int column, String text) {
        int chars = text.length();
        beginText(chars);
        int seen = 0;
        for (int start = 0; start < chars; start += Long.BYTES) {
            int end = Math.min(start + Long.BYTES, chars);
            long word = 0;
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                seen |= c;
                word |= (long) c << (i << SLOT_SHIFT);
            }
            buffer.putLong(offset + textEnd + start, IS_LITTLE_ENDIAN ? word : Long.reverseBytes(word));
        }
        if (seen < FIRST_NON_ASCII) {
            endText(column, chars);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            putUtf8(column, bytes, 0, bytes.length);
        }
    }

    // Makes room and sees to the zeros behind the text.
    private void beginText(int length) {
        int padded = RowLayout.align(length);
        batch.reserve(textEnd + padded);
        if (padded > 0) {
            buffer.putLong(offset + textEnd + padded - Long.BYTES, 0L);
        }
    }

    private void endText(int column, int length) {
        putLong(column, RowLayout.textSlot(textEnd, length));
        textEnd += RowLayout.align(length);
    }
}
