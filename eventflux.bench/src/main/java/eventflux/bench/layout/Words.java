package eventflux.bench.layout;

import org.agrona.concurrent.UnsafeBuffer;

/** Copies 8-byte words between buffers: a loop for a few, a block move for many. */
final class Words {

    /** Below this length a loop of longs is cheaper than the call into the block move. */
    private static final int BLOCK_MOVE_FROM = 128;

    private Words() {}

    static void copy(UnsafeBuffer from, int fromIndex, UnsafeBuffer to, int toIndex, int length) {
        if (length >= BLOCK_MOVE_FROM) {
            to.putBytes(toIndex, from, fromIndex, length);
            return;
        }
        for (int i = 0; i < length; i += Long.BYTES) {
            to.putLong(toIndex + i, from.getLong(fromIndex + i));
        }
    }
}
