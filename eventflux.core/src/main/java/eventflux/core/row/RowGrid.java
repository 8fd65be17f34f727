package eventflux.core.row;

import java.util.Arrays;
import org.agrona.UnsafeApi;

/**
 * Where the rows of a batch lie that are written column by column: how long each is, is measured before the first value is stored.
 * Written by one thread at a time.
 */
final class RowGrid {

    private RowLayout layout;
    private long address;
    private int rows;
    private int pitch;
    // Where each row begins, counted from the first one, and where the last one ends; until they are placed, how long
    // each is.
    private int[] starts = new int[1];
    // Where in each row its next text goes, if there are several.
    private int[] textEnds = new int[0];
    private boolean hasSeveralTexts;

    /**
     * Begins with rows that have no texts yet.
     *
     * @param texts how many columns of texts that lie in the rows will be written
     */
    void begin(RowLayout of, int count, int texts) {
        layout = of;
        rows = count;
        hasSeveralTexts = texts > 1;
        if (starts.length <= count) {
            starts = new int[count + 1];
            textEnds = new int[count];
        }
        Arrays.fill(starts, 0, count, of.fixedLength());
        if (hasSeveralTexts) {
            Arrays.fill(textEnds, 0, count, of.fixedLength());
        }
    }

    /** Makes a row longer by a text, before the rows are {@linkplain #place placed}. */
    void lengthen(int row, int textBytes) {
        starts[row] += RowLayout.align(textBytes);
    }

    /** Makes every row longer by texts of this length when padded. */
    void lengthenAll(int padded) {
        for (int row = 0; row < rows; row++) {
            starts[row] += padded;
        }
    }

    /** Finds the rows their places behind those of a batch, which has room for them then. */
    void place(RowBatch batch) {
        int first = starts[0];
        int differences = 0;
        int end = 0;
        for (int row = 0; row < rows; row++) {
            int length = starts[row];
            differences |= length ^ first;
            starts[row] = end;
            end = Math.addExact(end, length);
        }
        starts[rows] = end;
        pitch = differences == 0 ? first : 0;
        batch.reserve(end);
        address = batch.end();
    }

    /** How many rows there are. */
    int rows() {
        return rows;
    }

    /** The layout of the rows. */
    RowLayout layout() {
        return layout;
    }

    /** Bytes of all rows. */
    int length() {
        return starts[rows];
    }

    /** The length of every row, or 0 when they differ. */
    int pitch() {
        return pitch;
    }

    /** Where the slot of a column lies in the first row; those of the others lie behind it as their rows {@linkplain #starts start}. */
    long slots(int column) {
        return address + layout.slotOffset(column);
    }

    /** Where each row begins, counted from the first one; not to be changed. */
    int[] starts() {
        return starts;
    }

    /** Stores lengths, flags, a time, and that no column is null. */
    void putHeaders(int flags, long time) {
        for (int row = 0; row < rows; row++) {
            long at = address + starts[row];
            UnsafeApi.putInt(at + RowLayout.LENGTH_OFFSET, starts[row + 1] - starts[row]);
            UnsafeApi.putInt(at + RowLayout.FLAGS_OFFSET, flags);
            UnsafeApi.putLong(at + RowLayout.TIMESTAMP_OFFSET, time);
            UnsafeApi.putLong(at + RowLayout.NULLS_OFFSET, 0L);
        }
        for (int word = RowLayout.NULLS_OFFSET + Long.BYTES; word < layout.slotsOffset(); word += Long.BYTES) {
            clear(word);
        }
    }

    private void clear(int word) {
        for (int row = 0; row < rows; row++) {
            UnsafeApi.putLong(address + starts[row] + word, 0L);
        }
    }

    /** Gives each row its time. */
    void putTimes(long[] times, int from) {
        long first = address + RowLayout.TIMESTAMP_OFFSET;
        for (int row = 0; row < rows; row++) {
            UnsafeApi.putLong(first + starts[row], times[from + row]);
        }
    }

    /** Makes a column of a row null. */
    void putNull(int row, int column) {
        long at = address + starts[row];
        long word = at + layout.nullOffset(column);
        UnsafeApi.putLong(word, UnsafeApi.getLong(word) | layout.nullMask(column));
        UnsafeApi.putLong(at + layout.slotOffset(column), 0L);
    }

    /** Makes a column null in all rows. */
    void putNulls(int column) {
        for (int row = 0; row < rows; row++) {
            putNull(row, column);
        }
    }

    /** Copies a text behind the others of a row, which was lengthened for it, and stores its slot. */
    void putText(int row, int column, long source, int length) {
        long at = address + starts[row];
        int padded = RowLayout.align(length);
        int begin = layout.fixedLength();
        if (hasSeveralTexts) {
            begin = textEnds[row];
            textEnds[row] = begin + padded;
        }
        RowMemory.copy(source, at + begin, padded);
        UnsafeApi.putLong(at + layout.slotOffset(column), RowLayout.textSlot(begin, length));
    }
}
