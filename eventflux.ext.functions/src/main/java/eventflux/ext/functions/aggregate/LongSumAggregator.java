package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;

/** Sum and mean of whole numbers: the accessor of the result type chooses. Null over nothing. */
final class LongSumAggregator implements Aggregator.OfLong, Aggregator.Merging<LongSumAggregator> {

    private final LongCell count;
    private final ExactSum sum;
    private final SumResult result;

    LongSumAggregator(StateFactory state, SumResult result) {
        this.count = state.longCell("count", 0);
        this.sum = new ExactSum(state);
        this.result = result;
    }

    /** Another result of the same sum. */
    LongSumAggregator(LongSumAggregator other, SumResult result) {
        this.count = other.count;
        this.sum = other.sum;
        this.result = result;
    }

    @Override
    public void add(long value) {
        count.set(count.get() + 1);
        sum.add(value);
    }

    @Override
    public void remove(long value) {
        count.set(count.get() - 1);
        sum.remove(value);
    }

    @Override
    public void merge(LongSumAggregator other) {
        count.set(count.get() + other.count.get());
        sum.add(other.sum);
    }

    @Override
    public void reset() {
        count.set(0);
        sum.clear();
    }

    @Override
    public boolean isNull() {
        return count.get() == 0;
    }

    @Override
    public long getLong() {
        return sum.toLong();
    }

    @Override
    public double getDouble() {
        return result.of(sum.toDouble(), count.get());
    }
}
