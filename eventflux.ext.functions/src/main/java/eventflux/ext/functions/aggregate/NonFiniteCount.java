package eventflux.ext.functions.aggregate;

import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;

/**
 * Counts the values that are not finite, which must stay out of a sum: they could never be taken out of it again, since
 * infinity less infinity is not a number.
 */
final class NonFiniteCount {

    private final LongCell nans;
    private final LongCell positive;
    private final LongCell negative;

    NonFiniteCount(StateFactory state) {
        this.nans = state.longCell("nans", 0);
        this.positive = state.longCell("positiveInfinities", 0);
        this.negative = state.longCell("negativeInfinities", 0);
    }

    void add(double value) {
        LongCell cell = cellOf(value);
        cell.set(cell.get() + 1);
    }

    void remove(double value) {
        LongCell cell = cellOf(value);
        cell.set(cell.get() - 1);
    }

    private LongCell cellOf(double value) {
        if (Double.isNaN(value)) {
            return nans;
        }
        return value > 0 ? positive : negative;
    }

    void clear() {
        nans.set(0);
        positive.set(0);
        negative.set(0);
    }

    /** What the sum of the counted values and of finite ones is. */
    double sumWith(double finite) {
        boolean hasPositive = positive.get() > 0;
        boolean hasNegative = negative.get() > 0;
        if (nans.get() > 0 || hasPositive && hasNegative) {
            return Double.NaN;
        }
        if (hasPositive) {
            return Double.POSITIVE_INFINITY;
        }
        return hasNegative ? Double.NEGATIVE_INFINITY : finite;
    }
}
