package eventflux.core.row;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * Rows that lie one after another in somebody's memory: a batch, a message of a ring, one row of either. Moved by {@link
 * #wrap}; valid during the call that hands it over. Written by the thread that owns the application.
 */
public final class RowRun {

    private UnsafeBuffer buffer;
    private int offset;
    private int end;
    private int count;
    private int pitch;

    /** Moves to rows whose lengths may differ. */
    public RowRun wrap(UnsafeBuffer newBuffer, int newOffset, int length, int rows) {
        // Storing a reference costs more than comparing it.
        if (buffer != newBuffer) {
            buffer = newBuffer;
        }
        offset = newOffset;
        end = newOffset + length;
        count = rows;
        pitch = rows == 1 ? length : 0;
        return this;
    }

    /** Moves to all rows of a batch. */
    public RowRun wrap(RowBatch batch) {
        wrap(batch.buffer(), 0, batch.length(), batch.count());
        pitch = batch.pitch();
        return this;
    }

    /** The length of every row, or 0 when they differ. */
    public int pitch() {
        return pitch;
    }

    /** Where the rows lie. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** The first byte of the first row. */
    public int offset() {
        return offset;
    }

    /** The byte after the last row. */
    public int end() {
        return end;
    }

    /** Where the first byte of the first row lies; good until the buffer grows. */
    public long address() {
        return buffer.addressOffset() + offset;
    }

    /** Where the byte after the last row lies. */
    public long endAddress() {
        return buffer.addressOffset() + end;
    }

    /** How many rows there are. */
    public int count() {
        return count;
    }
}
