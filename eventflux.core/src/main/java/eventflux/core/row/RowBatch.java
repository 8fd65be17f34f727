package eventflux.core.row;

import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A run of rows of one layout in one buffer, one after another; grows as needed and is used again. A single event is a
 * batch of one. Written by one thread at a time.
 */
public final class RowBatch {

    private static final int INITIAL_BYTES = 512;

    private final RowLayout layout;
    private final UnsafeBuffer buffer;
    private int length;
    private int count;
    // The length of all rows, 0 when they differ.
    private int pitch;

    /** An empty batch. */
    public RowBatch(RowLayout layout) {
        this.layout = layout;
        this.buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Math.max(INITIAL_BYTES, layout.fixedLength() * 2)));
    }

    /** The layout of its rows. */
    public RowLayout layout() {
        return layout;
    }

    /** Where the rows lie, from offset 0. Stays the same object when the batch grows. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** Bytes of the rows. */
    public int length() {
        return length;
    }

    /** How many rows there are. */
    public int count() {
        return count;
    }

    /** The length of every row, or 0 when they differ; loops add it instead of reading the length of each row. */
    public int pitch() {
        return pitch;
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Forgets the rows. */
    public void clear() {
        length = 0;
        count = 0;
    }

    /** Makes room for a row at the end. */
    public void reserve(int bytes) {
        int needed = length + bytes;
        if (needed > buffer.capacity()) {
            grow(needed);
        }
    }

    /** Takes the row that was written at {@link #length()} with its length in its header. */
    public void add(int rowLength) {
        pitch = count == 0 || pitch == rowLength ? rowLength : 0;
        length += rowLength;
        count++;
    }

    /** Copies a row to the end. */
    public void append(UnsafeBuffer source, int offset, int rowLength) {
        reserve(rowLength);
        RowMemory.copy(source, offset, buffer, length, rowLength);
        add(rowLength);
    }

    /** Copies all rows of another batch of the same layout to the end. */
    public void append(RowBatch other) {
        reserve(other.length);
        buffer.putBytes(length, other.buffer, 0, other.length);
        pitch = count == 0 || pitch == other.pitch ? other.pitch : 0;
        length += other.length;
        count += other.count;
    }

    // A row under construction lies beyond length(): it is copied too.
    private void grow(int needed) {
        long capacity = Math.max(needed, Math.min(buffer.capacity() * 2L, Integer.MAX_VALUE - Long.BYTES));
        ByteBuffer larger = ByteBuffer.allocateDirect((int) capacity);
        UnsafeBuffer target = new UnsafeBuffer(larger);
        target.putBytes(0, buffer, 0, buffer.capacity());
        buffer.wrap(larger);
    }
}
