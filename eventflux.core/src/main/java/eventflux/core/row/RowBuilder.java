package eventflux.core.row;

import eventflux.api.text.TextPieces;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.agrona.UnsafeApi;

/**
 * Writes rows at the end of a batch: {@link #begin}, stores, {@link #commit}. Compiled code stores by
 * {@link #put}. After {@code begin} no column is null and every slot holds anything: all
 * columns are to be stored, or made null. Written by one thread at a time.
 */
public final class RowBuilder {

    private static final int SLOT_SHIFT = 3;
    private static final long BYTES = UnsafeApi.arrayBaseOffset(byte[].class);
    private static final int SECOND_NULLS_OFFSET = RowLayout.NULLS_OFFSET + Long.BYTES;

    private final RowBatch batch;
    private final RowLayout layout;
    private final SymbolTable symbols;
    private final boolean[] isCoded;
    private final int slotsOffset;
    private final int fixedLength;
    private final Consumer<String> appending = this::append;
    // The row that is written, and what lies behind its last text.
    private long address;
    private long textEnd;
    // Where the room of the batch ends, as long as the row is written.
    private long roomEnd;

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
        this.isCoded = layout.isCoded();
        this.slotsOffset = layout.slotsOffset();
        this.fixedLength = layout.fixedLength();
    }

    /** The batch. */
    public RowBatch batch() {
        return batch;
    }

    /** Stores eight bytes at a place in the row. */
    public void put(int at, long value) {
        UnsafeApi.putLong(address + at, value);
    }

    /** The eight bytes at a place in the row. */
    public long get(int at) {
        return UnsafeApi.getLong(address + at);
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
        RowBatch to = batch;
        int fixed = fixedLength;
        long row = to.end();
        long limit = to.limit();
        if (row + fixed > limit) {
            to.reserve(fixed);
            row = to.end();
            limit = to.limit();
        }
        if (flags != 0) {
            to.noteFlags();
        }
        address = row;
        roomEnd = limit;
        textEnd = row + fixed;
        UnsafeApi.putInt(row + RowLayout.FLAGS_OFFSET, flags);
        UnsafeApi.putLong(row + RowLayout.TIMESTAMP_OFFSET, timestamp);
        UnsafeApi.putLong(row + RowLayout.NULLS_OFFSET, 0L);
        if (slotsOffset > SECOND_NULLS_OFFSET) {
            clearFurtherNulls();
        }
    }

    /** Makes room for a whole row, and answers where it goes: all of it but its header is stored there next, then it is closed. */
    public long open(int length) {
        RowBatch to = batch;
        if (to.end() + length > to.limit()) {
            to.reserve(length);
        }
        return to.end();
    }

    /** Makes what was opened a current row of the batch. */
    public void close(long row, int length, long timestamp) {
        UnsafeApi.putInt(row + RowLayout.LENGTH_OFFSET, length);
        UnsafeApi.putInt(row + RowLayout.FLAGS_OFFSET, 0);
        UnsafeApi.putLong(row + RowLayout.TIMESTAMP_OFFSET, timestamp);
        batch.add(length);
    }

    private void clearFurtherNulls() {
        for (int at = SECOND_NULLS_OFFSET; at < slotsOffset; at += Long.BYTES) {
            UnsafeApi.putLong(address + at, 0L);
        }
    }

    /** Ends the row and makes it part of the batch. */
    public void commit() {
        long row = address;
        int length = (int) (textEnd - row);
        UnsafeApi.putInt(row + RowLayout.LENGTH_OFFSET, length);
        batch.add(length);
    }

    /** Where the row lies that was written last. */
    public long row() {
        return address;
    }

    /** Makes a column null. */
    public void putNull(int column) {
        long at = address + layout.nullOffset(column);
        UnsafeApi.putLong(at, UnsafeApi.getLong(at) | layout.nullMask(column));
        UnsafeApi.putLong(address + slotsOffset + (column << SLOT_SHIFT), 0L);
    }

    /** Stores the null bits of the first 64 columns at once. */
    public void putNulls(long bits) {
        UnsafeApi.putLong(address + RowLayout.NULLS_OFFSET, bits);
    }

    /** Makes all columns null. */
    public void putAllNull() {
        int slots = slotsOffset;
        // Bits beyond the last column stay 0, so that equal rows have equal bytes.
        long lastWord = -1L >>> -layout.columns();
        for (int at = RowLayout.NULLS_OFFSET; at < slots; at += Long.BYTES) {
            UnsafeApi.putLong(address + at, at + Long.BYTES < slots ? -1L : lastWord);
        }
        for (int at = slots; at < fixedLength; at += Long.BYTES) {
            UnsafeApi.putLong(address + at, 0L);
        }
    }

    /** Makes a column not null; its slot is to be stored next. */
    public void clearNull(int column) {
        long at = address + layout.nullOffset(column);
        UnsafeApi.putLong(at, UnsafeApi.getLong(at) & ~layout.nullMask(column));
    }

    /** Stores an INT, LONG or BOOL slot. */
    public void putLong(int column, long value) {
        UnsafeApi.putLong(address + slotsOffset + (column << SLOT_SHIFT), value);
    }

    /** Stores a FLOAT slot. */
    public void putFloat(int column, float value) {
        putLong(column, Float.floatToRawIntBits(value));
    }

    /** Stores a DOUBLE slot. */
    public void putDouble(int column, double value) {
        UnsafeApi.putDouble(address + slotsOffset + (column << SLOT_SHIFT), value);
    }

    /** Stores a text, as a code when the column is coded. Null is null. */
    public void putText(int column, String text) {
        if (text == null) {
            putNull(column);
        } else if (isCoded[column]) {
            putLong(column, symbols.code(text));
        } else {
            putUncodedText(column, text);
        }
    }

    /** Stores a text, not null, into a column that is not coded. */
    public void putUncodedText(int column, String text) {
        long end = textEnd;
        int length = AsciiText.store(text, end, roomEnd);
        if (length < 0) {
            putEncoded(column, text);
            return;
        }
        putLong(column, RowLayout.textSlot((int) (end - address), length));
        textEnd = end + RowLayout.align(length);
    }

    /** Stores a text that is told in pieces into a column that is not coded. */
    public void putPieces(int column, TextPieces text) {
        int begun = (int) (textEnd - address);
        text.tell(appending);
        int length = (int) (textEnd - address) - begun;
        int padding = RowLayout.align(length) - length;
        reserve(padding);
        UnsafeApi.setMemory(textEnd, padding, (byte) 0);
        putLong(column, RowLayout.textSlot(begun, length));
        textEnd += padding;
    }

    private void append(String piece) {
        reserve(RowLayout.align(piece.length()));
        int length = AsciiText.store(piece, textEnd, roomEnd);
        if (length < 0) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            reserve(bytes.length);
            UnsafeApi.copyMemory(bytes, BYTES, null, textEnd, bytes.length);
            length = bytes.length;
        }
        textEnd += length;
    }

    /** Copies a text of another row, which is padded as ours are. */
    public void putPaddedText(int column, long source, int length) {
        if (isCoded[column]) {
            putLong(column, symbols.code(source, length));
            return;
        }
        int padded = RowLayout.align(length);
        reserve(padded);
        RowMemory.copy(source, textEnd, padded);
        endText(column, length);
    }

    /** Stores a text from UTF-8 bytes into a column that is not coded. */
    public void putUtf8(int column, byte[] source, int sourceOffset, int length) {
        Objects.checkFromIndexSize(sourceOffset, length, source.length);
        beginText(length);
        UnsafeApi.copyMemory(source, BYTES + sourceOffset, null, textEnd, length);
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
            putPaddedText(column, source.address() + RowLayout.textOffset(slot), RowLayout.textLength(slot));
        } else if (isCoded[column]) {
            putLong(column, slot);
        } else {
            putSymbol(column, symbols, (int) slot);
        }
    }

    /** Copies the text of a code into a column that is not coded. */
    public void putSymbol(int column, SymbolTable table, int code) {
        int length = table.length(code);
        reserve(RowLayout.align(length));
        table.copy(code, textEnd);
        endText(column, length);
    }

    private void putEncoded(int column, String text) {
        reserve(RowLayout.align(text.length()));
        int length = AsciiText.store(text, textEnd, roomEnd);
        if (length < 0) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            putUtf8(column, bytes, 0, bytes.length);
        } else {
            endText(column, length);
        }
    }

    // Makes room and sees to the zeros behind the text.
    private void beginText(int length) {
        int padded = RowLayout.align(length);
        reserve(padded);
        if (padded > 0) {
            UnsafeApi.putLong(textEnd + padded - Long.BYTES, 0L);
        }
    }

    private void reserve(int textBytes) {
        if (textEnd + textBytes > roomEnd) {
            grow(textBytes);
        }
    }

    private void grow(int textBytes) {
        int written = (int) (textEnd - address);
        batch.reserve(written + textBytes);
        // The batch has moved.
        address = batch.end();
        textEnd = address + written;
        roomEnd = batch.limit();
    }

    private void endText(int column, int length) {
        long end = textEnd;
        putLong(column, RowLayout.textSlot((int) (end - address), length));
        textEnd = end + RowLayout.align(length);
    }
}
