package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;

/** How many rows there are. */
final class CountAggregator implements Aggregator.OfRows, Aggregator.Merging<CountAggregator> {

    private final LongCell count;

    CountAggregator(StateFactory state) {
        this.count = state.longCell("count", 0);
    }

    @Override
    public void add() {
        count.set(count.get() + 1);
    }

    @Override
    public void remove() {
        count.set(count.get() - 1);
    }

    @Override
    public void merge(CountAggregator other) {
        count.set(count.get() + other.count.get());
    }

    @Override
    public void reset() {
        count.set(0);
    }

    @Override
    public boolean isNull() {
        return false;
    }

    @Override
    public long getLong() {
        return count.get();
    }
}
