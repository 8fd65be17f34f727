package eventflux.core.compile.code.runtime;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowMemory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Appends values to a key, so that keys have equal bytes exactly when all their values are equal. Each method writes at a place
 * that is a multiple of eight, makes room before, and answers the place after what it wrote. Here zero equals minus zero and
 * not-a-number equals itself.
 *
 * <pre>
 *   number, code, null            text
 *  +---------+---------------+   +---------+---------------+------------------------+
 *  | 0 or 1  | slot          |   | 1       | bytes of text | UTF-8, zeros to eight  |
 *  | long    | 8 bytes       |   | long    | long          |                        |
 *  +---------+---------------+   +---------+---------------+------------------------+
 *   0: null, and the slot is zero
 * </pre>
 */
public final class KeyBytes {

    private static final int VALUE_OFFSET = Long.BYTES;
    private static final int ENTRY_LENGTH = 2 * Long.BYTES;

    private KeyBytes() {}

    /** Appends a null. */
    public static int putNull(UnsafeBuffer key, int at) {
        makeRoom(key, at + ENTRY_LENGTH);
        key.putLong(at, 0L);
        key.putLong(at + VALUE_OFFSET, 0L);
        return at + ENTRY_LENGTH;
    }

    /** Appends a whole number, a truth value or a code. */
    public static int put(long value, UnsafeBuffer key, int at) {
        makeRoom(key, at + ENTRY_LENGTH);
        key.putLong(at, 1L);
        key.putLong(at + VALUE_OFFSET, value);
        return at + ENTRY_LENGTH;
    }

    /** Appends a double. */
    public static int put(double value, UnsafeBuffer key, int at) {
        return put(Double.doubleToLongBits(value == 0 ? 0.0 : value), key, at);
    }

    /** Appends a float. */
    public static int put(float value, UnsafeBuffer key, int at) {
        return put((long) Float.floatToIntBits(value == 0 ? 0.0f : value), key, at);
    }

    /** Appends a text. */
    public static int put(String text, UnsafeBuffer key, int at) {
        return put(text.getBytes(StandardCharsets.UTF_8), key, at);
    }

    /** Appends a text of UTF-8 bytes. */
    public static int put(byte[] text, UnsafeBuffer key, int at) {
        int end = beginText(key, at, text.length);
        key.putBytes(at + ENTRY_LENGTH, text);
        return end;
    }

    /** Appends a text that lies in a row. */
    public static int put(long row, long slot, UnsafeBuffer key, int at) {
        int length = RowLayout.textLength(slot);
        int end = beginText(key, at, length);
        RowMemory.copy(row + RowLayout.textOffset(slot), key, at + ENTRY_LENGTH, RowLayout.align(length));
        return end;
    }

    private static int beginText(UnsafeBuffer key, int at, int length) {
        int end = at + ENTRY_LENGTH + RowLayout.align(length);
        makeRoom(key, end);
        key.putLong(at, 1L);
        key.putLong(at + VALUE_OFFSET, length);
        if (length > 0) {
            key.putLong(end - Long.BYTES, 0L);
        }
        return end;
    }

    private static void makeRoom(UnsafeBuffer key, int end) {
        if (end > key.capacity()) {
            grow(key, end);
        }
    }

    private static void grow(UnsafeBuffer key, int end) {
        ByteBuffer larger = ByteBuffer.allocateDirect(Math.max(end, key.capacity() * 2));
        UnsafeBuffer copy = new UnsafeBuffer(larger);
        copy.putBytes(0, key, 0, key.capacity());
        key.wrap(larger);
    }
}
