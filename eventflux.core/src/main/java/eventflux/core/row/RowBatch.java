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
    // Of the buffer: kept here, because a row is written by address.
    private long address;
    private int capacity;
    private int length;
    private int count;
    // The length of all rows, 0 when they differ.
    private int pitch;

    /** An empty batch. */
    public RowBatch(RowLayout layout) {
        this.layout = layout;
        this.buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Math.max(INITIAL_BYTES, layout.fixedLength() * 2)));
        moved();
    }

    /** The layout of its rows. */
    public RowLayout layout() {
        return layout;
    }

    /** Where the rows lie, from offset 0. Stays the same object when the batch grows. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** Where the first byte lies; good until the batch grows. */
    long address() {
        return address;
    }

    /** Bytes that there is room for without growing. */
    int capacity() {
        return capacity;
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
        if (needed > capacity) {
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
        append(other.buffer, 0, other.length, other.count, other.pitch);
    }

    /** Copies rows of the same layout, which lie one after another, to the end. */
    public void append(UnsafeBuffer source, int offset, int bytes, int rows) {
        append(source, offset, bytes, rows, rows == 1 ? bytes : 0);
    }

    private void append(UnsafeBuffer source, int offset, int bytes, int rows, int theirPitch) {
        reserve(bytes);
        RowMemory.copy(source, offset, buffer, length, bytes);
        pitch = count == 0 || pitch == theirPitch ? theirPitch : 0;
        length += bytes;
        count += rows;
    }

    // A row under construction lies beyond length(): it is copied too.
    private void grow(int needed) {
        long doubled = Math.min(capacity * 2L, Integer.MAX_VALUE - Long.BYTES);
        ByteBuffer larger = ByteBuffer.allocateDirect((int) Math.max(needed, doubled));
        UnsafeBuffer target = new UnsafeBuffer(larger);
        target.putBytes(0, buffer, 0, capacity);
        buffer.wrap(larger);
        moved();
    }

    private void moved() {
        address = buffer.addressOffset();
        capacity = buffer.capacity();
    }
}
