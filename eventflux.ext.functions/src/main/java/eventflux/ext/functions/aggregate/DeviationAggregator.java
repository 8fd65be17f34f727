package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;

/**
 * Standard deviation and variance, from the sums of values and of their squares. Both sums, the squares
 * and the final difference are carried at twice the precision of DOUBLE, so that neither a mean far from zero nor a
 * large value that has left drowns a small deviation; updating a mean and a sum of squared differences instead
 * (Welford) keeps the errors of what has left. The result is off by about 1e-16 of the largest value that was held
 * since the group was empty.
 *
 * <p>Null over too few values, 0 for one value of a population, not a number while a value is not finite or its square is out of range.
 */
final class DeviationAggregator implements Aggregator.OfDouble, Aggregator.Merging<DeviationAggregator> {

    private final LongCell count;
    private final LongCell nonFinite;
    private final CompensatedSum sum;
    private final CompensatedSum squares;

    private final Spread spread;

    DeviationAggregator(StateFactory state, Spread spread) {
        this.spread = spread;
        this.count = state.longCell("count", 0);
        this.nonFinite = state.longCell("nonFinite", 0);
        this.sum = new CompensatedSum(state, "sum");
        this.squares = new CompensatedSum(state, "squares");
    }

    @Override
    public void add(double value) {
        count.set(count.get() + 1);
        if (Double.isFinite(value)) {
            sum.add(value);
            ProductSum.add(squares, value, value);
        } else {
            nonFinite.set(nonFinite.get() + 1);
        }
    }

    @Override
    public void remove(double value) {
        count.set(count.get() - 1);
        if (count.get() == 0) {
            reset();
        } else if (Double.isFinite(value)) {
            sum.remove(value);
            ProductSum.remove(squares, value, value);
        } else {
            nonFinite.set(nonFinite.get() - 1);
        }
    }

    @Override
    public void merge(DeviationAggregator other) {
        count.set(count.get() + other.count.get());
        nonFinite.set(nonFinite.get() + other.nonFinite.get());
        sum.add(other.sum);
        squares.add(other.squares);
    }

    @Override
    public void reset() {
        count.set(0);
        nonFinite.set(0);
        sum.clear();
        squares.clear();
    }

    @Override
    public boolean isNull() {
        return count.get() < spread.leastCount();
    }

    @Override
    public double getDouble() {
        if (nonFinite.get() > 0) {
            return Double.NaN;
        }
        double squaredDifferences = ProductSum.ofDifferences(squares, sum, sum, count.get());
        return count.get() == 1 ? 0 : spread.of(Math.max(squaredDifferences, 0), count.get());
    }
}
