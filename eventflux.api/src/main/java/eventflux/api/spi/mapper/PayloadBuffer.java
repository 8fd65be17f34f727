package eventflux.api.spi.mapper;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer that a sink mapper writes one message into; used again for the next. For one thread. */
public final class PayloadBuffer extends OutputStream {

    private static final int INITIAL_BYTES = 256;

    // Written by the thread that owns the application.
    private byte[] bytes = new byte[INITIAL_BYTES];
    // Written by the thread that owns the application.
    private int length;

    /** An empty buffer. */
    public PayloadBuffer() {}

    /** The bytes; only the first {@link #length()} count. Valid until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** How many bytes were written. */
    public int length() {
        return length;
    }

    /** Forgets what was written. */
    public void clear() {
        length = 0;
    }

    @Override
    public void write(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /** Writes text as UTF-8. */
    public void write(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        write(encoded, 0, encoded.length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
