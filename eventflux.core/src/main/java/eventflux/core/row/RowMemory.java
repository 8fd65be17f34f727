package eventflux.core.row;

import org.agrona.concurrent.UnsafeBuffer;

/** Copies rows. */
public final class RowMemory {

    // Below this many bytes a loop over longs is faster than the call that copies memory; rows are multiples of eight.
    private static final int LOOP_BYTES = 160;

    private RowMemory() {}

    /** Copies a multiple of eight bytes between places that do not overlap. */
    public static void copy(UnsafeBuffer source, int from, UnsafeBuffer target, int to, int bytes) {
        if (bytes > LOOP_BYTES) {
            target.putBytes(to, source, from, bytes);
            return;
        }
        for (int i = 0; i < bytes; i += Long.BYTES) {
            target.putLong(to + i, source.getLong(from + i));
        }
    }
}
