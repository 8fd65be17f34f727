package eventflux.core.operator;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordStore;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A key of groups inside of a partition: the key as bytes, and behind it the part as one more value. */
public final class PartKey implements GroupKey {

    private static final int PART_BYTES = 2 * Long.BYTES;

    private final RecordStore parts;
    private final GroupKey key;

    /** The key of groups of the part that is selected. */
    public PartKey(RecordStore parts, GroupKey key) {
        this.parts = parts;
        this.key = key;
    }

    @Override
    public int write(RowView row, EvalContext context, UnsafeBuffer out) {
        int length = key.write(row, context, out);
        if (length + PART_BYTES > out.capacity()) {
            grow(out, length);
        }
        out.putLong(length, 1L);
        out.putLong(length + Long.BYTES, parts.selected());
        return length + PART_BYTES;
    }

    private static void grow(UnsafeBuffer out, int length) {
        ByteBuffer larger = ByteBuffer.allocateDirect(RowLayout.align(out.capacity() * 2 + PART_BYTES));
        UnsafeBuffer copy = new UnsafeBuffer(larger);
        copy.putBytes(0, out, 0, length);
        out.wrap(larger);
    }
}
