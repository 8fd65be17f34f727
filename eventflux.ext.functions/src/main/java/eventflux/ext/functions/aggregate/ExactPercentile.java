package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.StateFactory;

/** A percentile, from all values: between the two that it falls between, in proportion. */
final class ExactPercentile implements Aggregator.OfDouble, Aggregator.Merging<ExactPercentile> {

    private final LongBag values;
    private final double fraction;

    ExactPercentile(StateFactory state, double fraction) {
        this.values = state.longBag("values");
        this.fraction = fraction;
    }

    @Override
    public void add(double value) {
        values.add(OrderedBits.of(value));
    }

    @Override
    public void remove(double value) {
        values.remove(OrderedBits.of(value));
    }

    @Override
    public void merge(ExactPercentile other) {
        for (long place = 0; place < other.values.size(); place++) {
            values.add(other.values.at(place));
        }
    }

    @Override
    public void reset() {
        values.clear();
    }

    @Override
    public boolean isNull() {
        return values.isEmpty();
    }

    @Override
    public double getDouble() {
        double place = fraction * (values.size() - 1);
        long below = (long) place;
        double low = OrderedBits.toDouble(values.at(below));
        double share = place - below;
        if (share == 0) {
            return low;
        }
        double high = OrderedBits.toDouble(values.at(below + 1));
        return low == high ? low : low * (1 - share) + high * share;
    }
}
