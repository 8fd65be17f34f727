package eventflux.core.operator.join;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.table.RowKey;
import eventflux.core.row.RowView;

/**
 * A whole number and something added to it; the least or the largest number where the sum is beyond.
 *
 * @param key the number
 * @param shift what is added
 */
public record ShiftedKey(RowKey key, long shift) implements RowKey {

    @Override
    public boolean read(RowView row, EvalContext context) {
        return key.read(row, context);
    }

    @Override
    public long value() {
        long value = key.value();
        long sum = value + shift;
        boolean isBeyond = ((value ^ sum) & (shift ^ sum)) < 0;
        return isBeyond ? (shift < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
