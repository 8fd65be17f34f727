package eventflux.core.row;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.BufferUtil;
import org.agrona.UnsafeApi;

/**
 * Blocks of memory outside the garbage-collected heap, given out and taken back one by one, each known by its address, which stays
 * the same. Blocks of one size are used again before more memory is taken; memory is released with the arena. Used by the thread that
 * owns the application.
 *
 * <pre>
 *   segments     4 KB, 8 KB, … 4 MB, 4 MB …, larger for a block that needs it
 *
 *   free block:  | address of the next free block of its size (long) | … |
 * </pre>
 */
public final class RowArena {

    /** No block. */
    public static final long NONE = 0;

    private static final int FIRST_SEGMENT_BYTES = 4 << 10;
    private static final int LARGEST_SEGMENT_BYTES = 4 << 20;
    private static final int EXACT_SIZES = 512;

    // All fields are written by the thread that owns the application.
    private final List<ByteBuffer> segments = new ArrayList<>();
    private final long[] free = new long[EXACT_SIZES / Long.BYTES + Integer.SIZE];
    // The room that is left in the newest segment.
    private long bump;
    private long limit;
    private int nextSegmentBytes = FIRST_SEGMENT_BYTES;

    /** An empty arena; takes memory with the first block. */
    public RowArena() {
        Arrays.fill(free, NONE);
    }

    /** A block of at least so many bytes, with anything in it. */
    public long allocate(int bytes) {
        int sizeClass = sizeClass(bytes);
        long block = free[sizeClass];
        if (block != NONE) {
            free[sizeClass] = UnsafeApi.getLong(block);
            return block;
        }
        return carve(blockBytes(bytes));
    }

    /** Takes a block back; only its first eight bytes change before it is given out again. */
    public void release(long block, int bytes) {
        int sizeClass = sizeClass(bytes);
        UnsafeApi.putLong(block, free[sizeClass]);
        free[sizeClass] = block;
    }

    /** Bytes taken from the system so far. */
    public long bytes() {
        return segments.stream().mapToLong(ByteBuffer::capacity).sum();
    }

    private long carve(int bytes) {
        if (bump + bytes > limit) {
            addSegment(bytes);
        }
        long block = bump;
        bump += bytes;
        return block;
    }

    private void addSegment(int atLeast) {
        ByteBuffer segment = ByteBuffer.allocateDirect(Math.max(nextSegmentBytes, atLeast));
        segments.add(segment);
        bump = BufferUtil.address(segment);
        limit = bump + segment.capacity();
        nextSegmentBytes = Math.min(nextSegmentBytes * 2, LARGEST_SEGMENT_BYTES);
    }

    // Up to EXACT_SIZES each multiple of eight is a class of its own; above, each power of two.
    private static int sizeClass(int bytes) {
        return bytes <= EXACT_SIZES
                ? (bytes + Long.BYTES - 1) / Long.BYTES
                : EXACT_SIZES / Long.BYTES + Integer.SIZE - Integer.numberOfLeadingZeros(bytes - 1) - 1;
    }

    /** How many bytes a block really has that was asked for with so many; it may be released with either number. */
    public static int blockBytes(int bytes) {
        return bytes <= EXACT_SIZES ? RowLayout.align(bytes) : Integer.highestOneBit(bytes - 1) << 1;
    }
}
