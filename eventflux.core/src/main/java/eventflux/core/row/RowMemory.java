package eventflux.core.row;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads and copies the memory that rows lie in, which is outside the garbage-collected heap. An address stays good while the
 * buffer it was taken from is reachable and not wrapped anew.
 */
public final class RowMemory {

    // Below this many bytes a loop over longs is faster than the call that copies memory; rows are multiples of eight.
    private static final int LOOP_BYTES = 160;
    private static final boolean IS_LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    private static final long BYTES = UnsafeApi.arrayBaseOffset(byte[].class);

    private RowMemory() {}

    /** Copies a multiple of eight bytes between addresses that do not overlap. */
    public static void copy(long from, long to, int bytes) {
        if (bytes == Long.BYTES) {
            UnsafeApi.putLong(to, UnsafeApi.getLong(from));
        } else if (bytes > LOOP_BYTES) {
            UnsafeApi.copyMemory(from, to, bytes);
        } else {
            copyWords(from, to, bytes);
        }
    }

    private static void copyWords(long from, long to, int bytes) {
        for (int i = 0; i < bytes; i += Long.BYTES) {
            UnsafeApi.putLong(to + i, UnsafeApi.getLong(from + i));
        }
    }

    /** Copies a multiple of eight bytes from an address into a buffer of any kind. */
    public static void copy(long from, UnsafeBuffer target, int to, int bytes) {
        for (int i = 0; i < bytes; i += Long.BYTES) {
            target.putLong(to + i, UnsafeApi.getLong(from + i));
        }
    }

    /** Compares eight bytes of two texts that are not the same, each read as one word, in the order in which they lie in memory. */
    public static int compareText(long word, long other) {
        return IS_LITTLE_ENDIAN
                ? Long.compareUnsigned(Long.reverseBytes(word), Long.reverseBytes(other))
                : Long.compareUnsigned(word, other);
    }

    /** The text that lies somewhere as UTF-8. */
    public static String text(long address, int length) {
        byte[] bytes = new byte[length];
        UnsafeApi.copyMemory(null, address, bytes, BYTES, length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
