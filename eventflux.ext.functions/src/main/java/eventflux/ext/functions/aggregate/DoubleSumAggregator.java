package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.state.LongCell;

/**
 * Sum and mean of floating-point numbers. Null over nothing, and exactly zero again whenever the group has been empty.
 */
final class DoubleSumAggregator implements Aggregator.OfDouble, Aggregator.Merging<DoubleSumAggregator> {

    private final LongCell count;
    private final RealSum sum;
    private final SumResult result;

    DoubleSumAggregator(AggregatorContext context, SumResult result) {
        this.count = context.state().longCell("count", 0);
        this.sum = new RealSum(context);
        this.result = result;
    }

    /** Another result of the same sum. */
    DoubleSumAggregator(DoubleSumAggregator other, SumResult result) {
        this.count = other.count;
        this.sum = other.sum;
        this.result = result;
    }

    @Override
    public void add(double value) {
        count.set(count.get() + 1);
        sum.add(value);
    }

    @Override
    public void remove(double value) {
        long left = count.get() - 1;
        count.set(left);
        if (left == 0) {
            sum.clear();
        } else {
            sum.remove(value);
        }
    }

    @Override
    public void merge(DoubleSumAggregator other) {
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
    public double getDouble() {
        return result.of(sum.toDouble(), count.get());
    }
}
