package eventflux.core.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.agrona.UnsafeApi;
import org.agrona.concurrent.UnsafeBuffer;

/** Texts one behind the other outside of rows, in UTF-8 and padded as they are there. Used by one thread at a time. */
final class TextMemory {

    private static final int INITIAL_BYTES = 512;
    private static final long BYTES = UnsafeApi.arrayBaseOffset(byte[].class);

    private UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(INITIAL_BYTES));
    private int end;

    /** Where the texts lie; good until the next one is added. */
    long address() {
        return buffer.addressOffset();
    }

    /** Forgets all texts. */
    void clear() {
        end = 0;
    }

    /** Adds a text; answers where it is, as a slot of a row says it: counted from the {@link #address}. */
    long add(String text) {
        reserve(RowLayout.align(text.length()));
        int length = AsciiText.store(text, address() + end, address() + buffer.capacity());
        if (length < 0) {
            length = addBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        long slot = RowLayout.textSlot(end, length);
        end += RowLayout.align(length);
        return slot;
    }

    private int addBytes(byte[] bytes) {
        int padded = RowLayout.align(bytes.length);
        reserve(padded);
        UnsafeApi.putLong(address() + end + padded - Long.BYTES, 0L);
        UnsafeApi.copyMemory(bytes, BYTES, null, address() + end, bytes.length);
        return bytes.length;
    }

    private void reserve(int bytes) {
        if (end + bytes > buffer.capacity()) {
            int capacity = Math.max(Math.addExact(end, bytes), Math.multiplyExact(buffer.capacity(), 2));
            UnsafeBuffer larger = new UnsafeBuffer(ByteBuffer.allocateDirect(capacity));
            larger.putBytes(0, buffer, 0, end);
            buffer = larger;
        }
    }
}
