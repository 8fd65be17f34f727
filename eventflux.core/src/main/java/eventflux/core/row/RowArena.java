package eventflux.core.row;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Blocks of memory outside the garbage-collected heap, given out and taken back one by one. Blocks of one size are used again
 * before more memory is taken; memory is released with the arena. Used by the thread that owns the application.
 *
 * <pre>
 *   address = segment &lt;&lt; 32 | offset       0 is no address
 *
 *   segment 0, 1, 2 …  4 KB, 8 KB, … 4 MB, 4 MB …, larger for a block that needs it
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
    private UnsafeBuffer[] segments = new UnsafeBuffer[4];
    // Where each segment lies.
    private long[] bases = new long[4];
    private long[] free = new long[EXACT_SIZES / Long.BYTES + Integer.SIZE];
    private int segmentCount;
    private int bumpOffset;
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
            free[sizeClass] = UnsafeApi.getLong(at(block));
            return block;
        }
        return carve(blockBytes(bytes));
    }

    /** Takes a block back; only its first eight bytes change before it is given out again. */
    public void release(long address, int bytes) {
        int sizeClass = sizeClass(bytes);
        UnsafeApi.putLong(at(address), free[sizeClass]);
        free[sizeClass] = address;
    }

    /**
     * Where a block lies in memory: it is read and written there, without a check. Good as long as the arena.
     *
     * @param address of the block, not {@link #NONE}
     */
    public long at(long address) {
        assert address != NONE : "no block";
        return bases[(int) (address >>> Integer.SIZE)] + (int) address;
    }

    /** The memory that an address lies in. */
    public UnsafeBuffer buffer(long address) {
        return segments[(int) (address >>> Integer.SIZE)];
    }

    /** The place in that memory. */
    public static int offset(long address) {
        return (int) address;
    }

    /** Bytes taken from the system so far. */
    public long bytes() {
        long total = 0;
        for (int i = 0; i < segmentCount; i++) {
            total += segments[i].capacity();
        }
        return total;
    }

    private long carve(int bytes) {
        if (segmentCount == 0 || bumpOffset + bytes > segments[segmentCount - 1].capacity()) {
            addSegment(bytes + Long.BYTES);
        }
        long address = (long) (segmentCount - 1) << Integer.SIZE | bumpOffset;
        bumpOffset += bytes;
        return address;
    }

    private void addSegment(int atLeast) {
        if (segmentCount == segments.length) {
            segments = Arrays.copyOf(segments, segmentCount * 2);
            bases = Arrays.copyOf(bases, segmentCount * 2);
        }
        UnsafeBuffer segment = new UnsafeBuffer(ByteBuffer.allocateDirect(Math.max(nextSegmentBytes, atLeast)));
        bases[segmentCount] = segment.addressOffset();
        segments[segmentCount++] = segment;
        nextSegmentBytes = Math.min(nextSegmentBytes * 2, LARGEST_SEGMENT_BYTES);
        // The first word stays unused, so that no block has address 0.
        bumpOffset = Long.BYTES;
    }

    // Up to EXACT_SIZES each multiple of eight is a class of its own; above, each power of two.
    private static int sizeClass(int bytes) {
        return bytes <= EXACT_SIZES
                ? (bytes + Long.BYTES - 1) / Long.BYTES
                : EXACT_SIZES / Long.BYTES + Integer.SIZE - Integer.numberOfLeadingZeros(bytes - 1) - 1;
    }

    private static int blockBytes(int bytes) {
        return bytes <= EXACT_SIZES ? RowLayout.align(bytes) : Integer.highestOneBit(bytes - 1) << 1;
    }
}
