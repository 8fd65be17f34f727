package eventflux.ext.log;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Standard output, in UTF-8 whatever the terminal's encoding. All sinks of a factory share one, so that lines of several streams
 * stay in the order in which they were written although they go out together. Safe for many threads.
 */
final class Console implements Lines {

    private static final int FULL_BYTES = 8192;

    private final Supplier<PrintStream> out;
    private byte[] buffer = new byte[FULL_BYTES]; // guarded by this
    private int used; // guarded by this

    /** Writes to what is standard output at the moment of writing, since shells exchange it. */
    Console(Supplier<PrintStream> out) {
        this.out = out;
    }

    @Override
    public synchronized void line(StringBuilder text) {
        int start = used;
        reserve(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                used = start;
                append(text.toString().getBytes(StandardCharsets.UTF_8));
                break;
            }
            buffer[used++] = (byte) c;
        }
        buffer[used++] = '\n';
        if (used >= FULL_BYTES) {
            flush();
        }
    }

    private void append(byte[] bytes) {
        reserve(bytes.length + 1);
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void reserve(int count) {
        if (used + count > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, used + count));
        }
    }

    @Override
    public synchronized void flush() {
        if (used > 0) {
            PrintStream stream = out.get();
            stream.write(buffer, 0, used);
            stream.flush();
            used = 0;
        }
    }
}
