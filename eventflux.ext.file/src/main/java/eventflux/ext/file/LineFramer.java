package eventflux.ext.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Collects bytes and cuts them into lines. A line that grows beyond the limit is dropped and reported once, and the next line is
 * read as usual. Used by the source's thread.
 */
final class LineFramer {

    /** What one read asks for; also the least memory that a source holds. */
    static final int CHUNK = 64 * 1024;

    private final boolean isQuoting;
    private final int mostBytes;
    private final Lines lines;

    // All that follows is written by the source's thread.
    private byte[] buffer = new byte[CHUNK];
    private int filled;
    private int scanned;
    private long base; // where in the file the buffer begins
    private long line = 1; // the number of the line being collected
    private boolean inQuotes;
    private boolean isDropping;

    LineFramer(Framing framing, int mostBytes, Lines lines) {
        this.isQuoting = framing == Framing.QUOTED;
        this.mostBytes = mostBytes;
        this.lines = lines;
    }

    /** Where lines go. */
    interface Lines {

        /** One line without its end, and where the next one begins; false when no more are wanted. */
        boolean line(long number, long next, byte[] bytes, int offset, int length);

        /** A line that was dropped because it is too long. */
        void tooLong(long number);
    }

    /** Reads once; the number of bytes, -1 at the end. */
    int fill(ReadableByteChannel file) throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = file.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled));
        filled += Math.max(0, count);
        return count;
    }

    /** Hands on all whole lines; false when no more are wanted. */
    boolean drain() {
        byte[] bytes = buffer;
        int start = 0;
        boolean wanted = true;
        int at = scanned;
        for (; at < filled && wanted; at++) {
            byte b = bytes[at];
            if (b == '\n' && !inQuotes) {
                wanted = end(start, at, at + 1);
                start = at + 1;
            } else if (isQuoting && b == '"') {
                inQuotes = !inQuotes;
            }
        }
        keep(start, at);
        return wanted;
    }

    /** What is left at the end of the file is its last line, when there is something; false when no more are wanted. */
    boolean finish() {
        return filled == 0 && !isDropping || end(0, filled, filled);
    }

    /** Forgets what was collected: reading begins at another place. */
    void restart(long offset, long number) {
        filled = 0;
        scanned = 0;
        base = offset;
        line = number;
        inQuotes = false;
        isDropping = false;
    }

    /** Passes over the rest of a line whose beginning was not read. */
    void dropLine() {
        isDropping = true;
    }

    private boolean end(int start, int end, int next) {
        boolean wasDropping = isDropping;
        isDropping = false;
        long number = line++;
        if (wasDropping) {
            return true;
        }
        int length = end > start && buffer[end - 1] == '\r' ? end - 1 - start : end - start;
        if (length > mostBytes) {
            lines.tooLong(number);
            return true;
        }
        return lines.line(number, base + next, buffer, start, length);
    }

    /** Moves the unfinished line to the front, or drops it when it is too long already. */
    private void keep(int start, int upTo) {
        int left = filled - start;
        System.arraycopy(buffer, start, buffer, 0, left);
        filled = left;
        base += start;
        scanned = upTo - start;
        if (isDropping) {
            drop();
        } else if (filled > (long) mostBytes + 1) {
            lines.tooLong(line);
            isDropping = true;
            inQuotes = false;
            drop();
        }
        if (filled == 0 && buffer.length > CHUNK) {
            buffer = new byte[CHUNK];
        }
    }

    private void drop() {
        base += filled;
        filled = 0;
        scanned = 0;
    }
}
