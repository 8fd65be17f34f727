package eventflux.ext.functions.aggregate;

import eventflux.api.spi.state.DoubleCell;
import eventflux.api.spi.state.StateFactory;

/**
 * A sum of DOUBLE values with the rounding errors kept apart and added at the end (Neumaier,
 * "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", 1974). A plain sum from which values are
 * taken away again keeps every rounding error that the largest of them caused: 1e20 + 1 - 1e20 would be 0 for ever.
 * Here it is 1; what remains is in the order of 1e-32 of the largest sum that was held since the last {@link #clear}.
 * The price is a second cell and four more additions a value.
 *
 * <p>A sum beyond the range of DOUBLE is infinite until it is cleared, as is one with an infinity in it; one with both infinities is not a
 * number.
 */
final class CompensatedSum {

    private final DoubleCell sum;
    private final DoubleCell errors;

    CompensatedSum(StateFactory state, String name) {
        this.sum = state.doubleCell(name, 0);
        this.errors = state.doubleCell(name + "Errors", 0);
    }

    void add(double value) {
        double before = sum.get();
        double after = before + value;
        double error = Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
        sum.set(after);
        errors.set(errors.get() + error);
    }

    void add(CompensatedSum other) {
        add(other.sum.get());
        errors.set(errors.get() + other.errors.get());
    }

    void remove(double value) {
        add(-value);
    }

    void clear() {
        sum.set(0);
        errors.set(0);
    }

    double toDouble() {
        double plain = sum.get();
        return Double.isInfinite(plain) ? plain : plain + errors.get();
    }

    /** What {@link #toDouble} leaves off by rounding: the two together are the sum as it is known. */
    double remainder() {
        return sum.get() - toDouble() + errors.get();
    }
}
