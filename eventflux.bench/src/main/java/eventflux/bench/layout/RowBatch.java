package eventflux.bench.layout;

import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A run of self-contained rows, one after another, each 8-byte aligned.
 *
 * <pre>
 *  0        4        8            16           24       32              24 + 8n
 *  +--------+--------+------------+------------+--------+-----+---------+----------+
 *  | length | flags  | timestamp  | null bits  | slot 0 | ... | slot n-1| var part |
 *  +--------+--------+------------+------------+--------+-----+---------+----------+
 * </pre>
 */
final class RowBatch {

    static final int TIMESTAMP = 8;
    static final int NULLS = 16;
    static final int SLOTS = 24;
    static final int SYMBOL = SLOTS;
    static final int PRICE = SLOTS + 8;
    static final int VOLUME = SLOTS + 16;
    static final int TIME = SLOTS + 24;

    final UnsafeBuffer buffer;
    int start;
    int limit;
    private int row;

    RowBatch(UnsafeBuffer buffer) {
        this.buffer = buffer;
    }

    static RowBatch ofBytes(int capacity) {
        return new RowBatch(new UnsafeBuffer(ByteBuffer.allocateDirect(capacity)));
    }

    static int length(int columns) {
        return SLOTS + columns * Long.BYTES;
    }

    void wrap(int from, int to) {
        start = from;
        limit = to;
    }

    void begin(long timestamp) {
        row = limit;
        buffer.putLong(row + TIMESTAMP, timestamp);
        buffer.putLong(row + NULLS, 0L);
    }

    void setLong(int column, long value) {
        buffer.putLong(row + SLOTS + column * Long.BYTES, value);
    }

    void setDouble(int column, double value) {
        buffer.putDouble(row + SLOTS + column * Long.BYTES, value);
    }

    /** Ends the row after {@code columns} slots and {@code tail} bytes of variable part. */
    void end(int columns, int tail) {
        int length = length(columns) + tail;
        buffer.putLong(row, length);
        limit = row + length;
    }
}
