package eventflux.bench.layout;

import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A batch whose columns lie one after another, {@code stride} slots each. With a stride of one it has the bytes of a row.
 *
 * <pre>
 *  0        4       8              8 + 8s       8 + 16s    8 + 24s
 *  +--------+-------+--------------+------------+----------+-----+------------+
 *  | length | count | s timestamps | s x nulls  | column 0 | ... | column n-1 |
 *  +--------+-------+--------------+------------+----------+-----+------------+
 * </pre>
 */
final class ColumnBatch {

    static final int TIMESTAMP = 0;
    static final int NULLS = 1;
    static final int SLOTS = 2;
    static final int SYMBOL = SLOTS;
    static final int PRICE = SLOTS + 1;
    static final int VOLUME = SLOTS + 2;
    static final int TIME = SLOTS + 3;

    final UnsafeBuffer buffer;
    int base;
    int stride;
    int count;

    ColumnBatch(UnsafeBuffer buffer) {
        this.buffer = buffer;
    }

    static ColumnBatch ofRows(int stride, int columns) {
        ColumnBatch batch = new ColumnBatch(new UnsafeBuffer(ByteBuffer.allocateDirect(length(stride, columns))));
        batch.wrap(0, stride, 0);
        return batch;
    }

    static int length(int stride, int columns) {
        return Long.BYTES + (SLOTS + columns) * stride * Long.BYTES;
    }

    void wrap(int newBase, int newStride, int newCount) {
        base = newBase;
        stride = newStride;
        count = newCount;
    }

    /** The index of the first byte of a column; columns of the schema start at {@link #SLOTS}. */
    int column(int index) {
        return base + Long.BYTES + index * stride * Long.BYTES;
    }

    void begin(long timestamp) {
        int at = count * Long.BYTES;
        buffer.putLong(column(TIMESTAMP) + at, timestamp);
        buffer.putLong(column(NULLS) + at, 0L);
    }

    void setLong(int column, long value) {
        buffer.putLong(column(SLOTS + column) + count * Long.BYTES, value);
    }

    void setDouble(int column, double value) {
        buffer.putDouble(column(SLOTS + column) + count * Long.BYTES, value);
    }

    void end() {
        count++;
    }

    /** Writes the head that makes the batch self-contained; once a batch. */
    void close(int columns) {
        buffer.putInt(base, length(stride, columns));
        buffer.putInt(base + Integer.BYTES, count);
    }
}
