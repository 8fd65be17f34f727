package eventflux.ext.functions.aggregate;

import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;

/**
 * Counts the values that are not finite, which must stay out of a sum: they could never be taken out of it again, since
 * infinity less infinity is not a number. One look is enough where there are none.
 */
final class NonFiniteCount {

    private final LongCell all;
    private final LongCell positive;
    private final LongCell negative;

    NonFiniteCount(StateFactory state) {
        this.all = state.longCell("nonFinite", 0);
        this.positive = state.longCell("positiveInfinities", 0);
        this.negative = state.longCell("negativeInfinities", 0);
    }

    void add(double value) {
        count(value, 1);
    }

    void add(NonFiniteCount other) {
        all.set(all.get() + other.all.get());
        positive.set(positive.get() + other.positive.get());
        negative.set(negative.get() + other.negative.get());
    }

    void remove(double value) {
        count(value, -1);
    }

    private void count(double value, int more) {
        all.set(all.get() + more);
        if (value == Double.POSITIVE_INFINITY) {
            positive.set(positive.get() + more);
        } else if (value == Double.NEGATIVE_INFINITY) {
            negative.set(negative.get() + more);
        }
    }

    void clear() {
        all.set(0);
        positive.set(0);
        negative.set(0);
    }

    /** What the sum of the counted values and of finite ones is. */
    double sumWith(double finite) {
        long others = all.get();
        if (others == 0) {
            return finite;
        }
        if (positive.get() == others) {
            return Double.POSITIVE_INFINITY;
        }
        return negative.get() == others ? Double.NEGATIVE_INFINITY : Double.NaN;
    }
}
