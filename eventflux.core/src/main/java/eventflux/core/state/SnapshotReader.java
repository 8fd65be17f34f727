package eventflux.core.state;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads what a {@link SnapshotWriter} wrote; reading beyond the end is a {@link SnapshotMismatch}. */
public final class SnapshotReader {

    private static final java.nio.ByteOrder ORDER = java.nio.ByteOrder.LITTLE_ENDIAN;

    private final UnsafeBuffer buffer;
    private int position;
    private int lastLength;
    private IntUnaryOperator codes = IntUnaryOperator.identity();

    /** A reader from the beginning. */
    public SnapshotReader(byte[] bytes) {
        buffer = new UnsafeBuffer(bytes);
    }

    /** Reads a number. */
    public int readInt() {
        return buffer.getInt(advance(Integer.BYTES), ORDER);
    }

    /** Reads a number. */
    public long readLong() {
        return buffer.getLong(advance(Long.BYTES), ORDER);
    }

    /** Says which codes stand now for the texts of those that are read from here on. */
    public void codes(IntUnaryOperator present) {
        codes = present;
    }

    /** Reads a code of the symbol table, or a negative number where there is none. */
    public long readCode() {
        long saved = readLong();
        return saved < 0 ? saved : codes.applyAsInt((int) saved);
    }

    /** Reads a set of small numbers. */
    public BitSet readBits() {
        long[] words = new long[readCount(Long.BYTES)];
        for (int i = 0; i < words.length; i++) {
            words[i] = readLong();
        }
        return BitSet.valueOf(words);
    }

    /** Reads a text. */
    public String readText() {
        int count = readCount(1);
        byte[] bytes = new byte[count];
        buffer.getBytes(advance(count), bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads how many things follow, each of which takes at least so many bytes. */
    public int readCount(int leastBytes) {
        int count = readInt();
        int most = (buffer.capacity() - position) / leastBytes;
        if (count < 0 || count > most) {
            throw new SnapshotMismatch("count", count, "at most " + most);
        }
        return count;
    }

    /**
     * Passes over memory written as it is and answers its place in {@link #buffer()}; its length is {@link #lastLength()}.
     */
    public int readBytes() {
        lastLength = readInt();
        return advance(lastLength);
    }

    /** The length of the memory read last. */
    public int lastLength() {
        return lastLength;
    }

    /** What is read from. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** Passes over bytes. */
    public void skip(int count) {
        advance(count);
    }

    /** Whether all was read. */
    public boolean atEnd() {
        return position == buffer.capacity();
    }

    private int advance(int count) {
        if (count < 0 || count > buffer.capacity() - position) {
            throw new SnapshotMismatch("bytes", buffer.capacity() - position, count);
        }
        int place = position;
        position += count;
        return place;
    }
}
