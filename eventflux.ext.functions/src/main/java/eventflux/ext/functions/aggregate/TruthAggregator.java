package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;

/** Whether all or any of the values are true; false over nothing. */
final class TruthAggregator implements Aggregator.OfLong, Aggregator.Merging<TruthAggregator> {

    /** What has to hold. */
    enum Quantifier {
        ALL,
        ANY
    }

    private final LongCell trues;
    private final LongCell falses;
    private final Quantifier quantifier;

    TruthAggregator(StateFactory state, Quantifier quantifier) {
        this.trues = state.longCell("trues", 0);
        this.falses = state.longCell("falses", 0);
        this.quantifier = quantifier;
    }

    @Override
    public void add(long value) {
        LongCell cell = value == 0 ? falses : trues;
        cell.set(cell.get() + 1);
    }

    @Override
    public void remove(long value) {
        LongCell cell = value == 0 ? falses : trues;
        cell.set(cell.get() - 1);
    }

    @Override
    public void merge(TruthAggregator other) {
        trues.set(trues.get() + other.trues.get());
        falses.set(falses.get() + other.falses.get());
    }

    @Override
    public void reset() {
        trues.set(0);
        falses.set(0);
    }

    @Override
    public boolean isNull() {
        return false;
    }

    @Override
    public long getLong() {
        boolean holds = trues.get() > 0 && (quantifier == Quantifier.ANY || falses.get() == 0);
        return holds ? 1 : 0;
    }
}
