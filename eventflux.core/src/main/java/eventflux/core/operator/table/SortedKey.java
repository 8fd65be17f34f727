package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.GroupKey;
import eventflux.core.row.RowView;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A FLOAT or DOUBLE as a long that sorts as it does; not-a-number, which no comparison is true of, counts as null. */
public final class SortedKey implements RowKey {

    private static final int BYTES = 2 * Long.BYTES;

    private final GroupKey key;
    private final boolean isFloat;
    private final UnsafeBuffer bytes = new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES));
    // Written by the thread that owns the application.
    private long value;

    /**
     * A compiled key of one value.
     *
     * @param key writes it, minus zero as zero
     * @param isFloat whether it is a FLOAT
     */
    public SortedKey(GroupKey key, boolean isFloat) {
        this.key = key;
        this.isFloat = isFloat;
    }

    @Override
    public boolean read(RowView row, EvalContext context) {
        key.write(row, context, bytes);
        if (bytes.getLong(0) == 0) {
            return false;
        }
        long slot = bytes.getLong(Long.BYTES);
        double number = isFloat ? Float.intBitsToFloat((int) slot) : Double.longBitsToDouble(slot);
        if (Double.isNaN(number)) {
            return false;
        }
        value = sortable(number);
        return true;
    }

    // The bits of negative numbers grow with their size: all but the sign are turned round.
    private static long sortable(double number) {
        long bits = Double.doubleToRawLongBits(number);
        return bits ^ (bits >> Long.SIZE - 1 & Long.MAX_VALUE);
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public String toString() {
        return "sorted " + key;
    }
}
