package eventflux.ext.functions.aggregate;

import eventflux.api.event.Row;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;

/** Pairs of numbers that come and go: counts them, and those among them that are no finite numbers, which are in no sum. */
abstract class FinitePairs<P extends FinitePairs<P>> implements Aggregator.OfArguments, Aggregator.Merging<P> {

    private final LongCell count;
    private final LongCell nonFinite;

    FinitePairs(StateFactory state) {
        this.count = state.longCell("count", 0);
        this.nonFinite = state.longCell("nonFinite", 0);
    }

    /** A pair of finite numbers joins the sums. */
    abstract void join(double first, double second);

    /** The sums of others join the sums. */
    abstract void join(P others);

    /** A pair of finite numbers leaves the sums. */
    abstract void leave(double first, double second);

    /** All sums are zero. */
    abstract void clear();

    final long count() {
        return count.get();
    }

    final boolean hasNonFinite() {
        return nonFinite.get() > 0;
    }

    @Override
    public final void add(Row arguments) {
        double first = arguments.getDouble(0);
        double second = arguments.getDouble(1);
        count.set(count.get() + 1);
        if (Double.isFinite(first) && Double.isFinite(second)) {
            join(first, second);
        } else {
            nonFinite.set(nonFinite.get() + 1);
        }
    }

    @Override
    public final void remove(Row arguments) {
        double first = arguments.getDouble(0);
        double second = arguments.getDouble(1);
        count.set(count.get() - 1);
        if (count.get() == 0) {
            reset();
        } else if (Double.isFinite(first) && Double.isFinite(second)) {
            leave(first, second);
        } else {
            nonFinite.set(nonFinite.get() - 1);
        }
    }

    @Override
    public final void merge(P other) {
        FinitePairs<P> pairs = other;
        count.set(count.get() + pairs.count.get());
        nonFinite.set(nonFinite.get() + pairs.nonFinite.get());
        join(other);
    }

    @Override
    public final void reset() {
        count.set(0);
        nonFinite.set(0);
        clear();
    }
}
