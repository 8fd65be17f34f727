package eventflux.ext.avro;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro's binary encoding from an array. Avro's own decoder makes room for whatever length a message claims; this one believes no length
 * beyond the end of the message, and knows where it stands. For one thread; used again for the next message.
 */
final class BytesDecoder extends Decoder {

    private static final int LONGEST_INT = 5;
    private static final int LONGEST_LONG = 10;
    private static final int BITS = 7;
    private static final int REST = 0x7f;
    private static final int MORE = 0x80;

    private byte[] bytes = {};
    private ByteBuffer numbers = ByteBuffer.wrap(bytes);
    private int at;
    private int end;

    /** Begins with a message. */
    void reset(byte[] message, int offset, int length) {
        if (message != bytes) {
            bytes = message;
            numbers = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        }
        at = offset;
        end = offset + length;
    }

    /** Where in the array the next value begins. */
    int position() {
        return at;
    }

    /** How many bytes are left. */
    int remaining() {
        return end - at;
    }

    // Moves over so many bytes and answers where they begin.
    private int take(long count) throws IOException {
        if (count < 0) {
            throw new IOException("a length of " + count);
        }
        if (count > remaining()) {
            throw new EOFException("the message ends within a value");
        }
        int from = at;
        at += (int) count;
        return from;
    }

    private long varint(int longest) throws IOException {
        long value = 0;
        for (int i = 0; i < longest; i++) {
            int next = bytes[take(1)];
            value |= (long) (next & REST) << (i * BITS);
            if ((next & MORE) == 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new IOException("a number of more than " + longest + " bytes");
    }

    @Override
    public void readNull() {
        // takes no room
    }

    @Override
    public boolean readBoolean() throws IOException {
        return bytes[take(1)] == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = varint(LONGEST_INT);
        if (value != (int) value) {
            throw new IOException(value + " is no int");
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        return varint(LONGEST_LONG);
    }

    @Override
    public float readFloat() throws IOException {
        return numbers.getFloat(take(Float.BYTES));
    }

    @Override
    public double readDouble() throws IOException {
        return numbers.getDouble(take(Double.BYTES));
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public String readString() throws IOException {
        long length = readLong();
        return new String(bytes, take(length), (int) length, StandardCharsets.UTF_8);
    }

    @Override
    public void skipString() throws IOException {
        skipBytes();
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        long length = readLong();
        byte[] value = new byte[remaining() < length ? 0 : (int) Math.max(0, length)];
        System.arraycopy(bytes, take(length), value, 0, value.length);
        return ByteBuffer.wrap(value);
    }

    @Override
    public void skipBytes() throws IOException {
        take(readLong());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws IOException {
        System.arraycopy(bytes, take(length), target, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        take(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    // A block says how many items it has; a negative number is followed by the block's length in bytes.
    private long block() throws IOException {
        long count = readLong();
        if (count < 0) {
            count = -count;
            readLong();
        }
        // An item takes a byte at least, but for arrays of nulls, which nobody sends.
        if (count < 0 || count > remaining()) {
            throw new EOFException(count + " items do not fit into what is left of the message");
        }
        return count;
    }

    private long skipBlocks() throws IOException {
        for (long count = readLong(); count != 0; count = readLong()) {
            if (count > 0) {
                return count;
            }
            take(readLong());
        }
        return 0;
    }

    @Override
    public long readArrayStart() throws IOException {
        return block();
    }

    @Override
    public long arrayNext() throws IOException {
        return block();
    }

    @Override
    public long skipArray() throws IOException {
        return skipBlocks();
    }

    @Override
    public long readMapStart() throws IOException {
        return block();
    }

    @Override
    public long mapNext() throws IOException {
        return block();
    }

    @Override
    public long skipMap() throws IOException {
        return skipBlocks();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }
}
