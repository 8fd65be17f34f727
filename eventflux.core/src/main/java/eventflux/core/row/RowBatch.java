package eventflux.core.row;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A run of rows of one layout, one after another; grows as needed and is used again. A single event is a batch of one. When it grows,
 * rows can still be read where they were until it is cleared. A row is known by its address alone, so whoever hands rows on holds
 * the batch until they have been read: most clear it then. Written by one thread at a time.
 */
public final class RowBatch {

    private static final int INITIAL_BYTES = 512;

    private final RowLayout layout;
    private final UnsafeBuffer buffer;
    private final RowRun run = new RowRun();
    // What the batch has grown out of since it was cleared; null before it grew.
    private List<ByteBuffer> outgrown;
    // Of the buffer, and behind its rows: kept here, because a row is written by address.
    private long begin;
    private long end;
    private long limit;
    private int count;
    // The length of all rows, 0 when they differ.
    private int pitch;
    private boolean mayHaveFlags;

    /** An empty batch. */
    public RowBatch(RowLayout layout) {
        this.layout = layout;
        this.buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Math.max(INITIAL_BYTES, layout.fixedLength() * 2)));
        moved(0);
    }

    /** The layout of its rows. */
    public RowLayout layout() {
        return layout;
    }

    /** The memory that the rows lie in, from offset 0. Stays the same object when the batch grows. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** Where the first row lies; good until the batch is cleared, for the rows that there are. */
    public long begin() {
        return begin;
    }

    /** Where the next row goes; good until the batch grows. */
    long end() {
        return end;
    }

    /** Where the room ends that there is without growing; good until the batch grows. */
    long limit() {
        return limit;
    }

    /** Bytes of the rows. */
    public int length() {
        return (int) (end - begin);
    }

    /** How many rows there are. */
    public int count() {
        return count;
    }

    /** The length of every row, or 0 when they differ; loops add it instead of reading the length of each row. */
    public int pitch() {
        return pitch;
    }

    /** The length of the row that lies so many bytes behind the beginning. */
    public int lengthAt(int offset) {
        return RowLayout.length(begin + offset);
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Whether a row may have flags, such as that it has no time yet; false when none has. */
    public boolean mayHaveFlags() {
        return mayHaveFlags;
    }

    /** A row is written that has flags. */
    void noteFlags() {
        mayHaveFlags = true;
    }

    /** Forgets the rows. */
    public void clear() {
        end = begin;
        outgrown = null;
        count = 0;
        mayHaveFlags = false;
    }

    /** All rows as a run; the same object each time. */
    public RowRun asRun() {
        return run.wrap(this);
    }

    /** Makes room for a row at the end. */
    public void reserve(int bytes) {
        if (end + bytes > limit) {
            grow(length() + bytes);
        }
    }

    /** Takes the row that was written at the {@link #end}, with its length in its header. */
    void add(int rowLength) {
        add(rowLength, 1, rowLength);
    }

    /** Takes rows that were written at the {@link #end}, of this pitch, or 0 when their lengths differ. */
    void add(int bytes, int rows, int theirPitch) {
        pitch = count == 0 || pitch == theirPitch ? theirPitch : 0;
        end += bytes;
        count += rows;
    }

    /** Copies a row to the end; answers where the copy lies. */
    public long append(long row) {
        int rowLength = RowLayout.length(row);
        append(row, rowLength, 1, rowLength);
        return end - rowLength;
    }

    /** Copies a row that lies in the garbage-collected heap to the end. */
    public void append(byte[] source, int from, int rowLength) {
        mayHaveFlags = true;
        reserve(rowLength);
        buffer.putBytes(length(), source, from, rowLength);
        add(rowLength);
    }

    /** Copies all rows of another batch of the same layout to the end. */
    public void append(RowBatch other) {
        append(other.begin, other.length(), other.count, other.pitch);
    }

    /** Copies rows of the same layout, which lie one after another, to the end. */
    public void append(long rows, int bytes, int rowCount) {
        append(rows, bytes, rowCount, rowCount == 1 ? bytes : 0);
    }

    private void append(long rows, int bytes, int rowCount, int theirPitch) {
        mayHaveFlags = true;
        reserve(bytes);
        RowMemory.copy(rows, end, bytes);
        add(bytes, rowCount, theirPitch);
    }

    // A row under construction lies beyond the end: it is copied too.
    private void grow(int needed) {
        int length = length();
        int capacity = buffer.capacity();
        long doubled = Math.min(capacity * 2L, Integer.MAX_VALUE - Long.BYTES);
        ByteBuffer larger = ByteBuffer.allocateDirect((int) Math.max(needed, doubled));
        UnsafeBuffer target = new UnsafeBuffer(larger);
        target.putBytes(0, buffer, 0, capacity);
        if (outgrown == null) {
            outgrown = new ArrayList<>();
        }
        outgrown.add(buffer.byteBuffer());
        buffer.wrap(larger);
        moved(length);
    }

    private void moved(int length) {
        begin = buffer.addressOffset();
        end = begin + length;
        limit = begin + buffer.capacity();
    }
}
