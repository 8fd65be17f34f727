package eventflux.core.state;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.UnsafeApi;

/** Writes a snapshot: numbers in little-endian order, texts as length and UTF-8. */
public final class SnapshotWriter {

    private static final java.nio.ByteOrder ORDER = java.nio.ByteOrder.LITTLE_ENDIAN;

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private int length;

    /** Writes a number. */
    public void writeInt(int value) {
        buffer.putInt(length, value, ORDER);
        length += Integer.BYTES;
    }

    /** Writes a number. */
    public void writeLong(long value) {
        buffer.putLong(length, value, ORDER);
        length += Long.BYTES;
    }

    /** Writes a set of small numbers. */
    public void writeBits(BitSet bits) {
        long[] words = bits.toLongArray();
        writeInt(words.length);
        for (long word : words) {
            writeLong(word);
        }
    }

    /** Writes a text. */
    public void writeText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeInt(bytes.length);
        buffer.putBytes(length, bytes);
        length += bytes.length;
    }

    /** Writes memory outside the garbage-collected heap as it is, its length before it. */
    public void writeBytes(long address, int count) {
        writeInt(count);
        buffer.checkLimit(length + count);
        UnsafeApi.copyMemory(null, address, buffer.byteArray(), buffer.addressOffset() + length, count);
        length += count;
    }

    /** Writes memory as it is, its length before it. */
    public void writeBytes(DirectBuffer source, int offset, int count) {
        writeInt(count);
        buffer.putBytes(length, source, offset, count);
        length += count;
    }

    /** Keeps the place of a length that {@link #endBlock} fills in. */
    public int beginBlock() {
        int place = length;
        writeInt(0);
        return place;
    }

    /** Fills in how long what was written since {@link #beginBlock} is. */
    public void endBlock(int place) {
        buffer.putInt(place, length - place - Integer.BYTES, ORDER);
    }

    /** All that was written. */
    public byte[] toBytes() {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
