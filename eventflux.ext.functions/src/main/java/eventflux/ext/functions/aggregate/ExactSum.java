package eventflux.ext.functions.aggregate;

import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;

/**
 * A sum of LONG values that is always exact: {@code low + wraps * 2^64}. Adding and removing never fail, so a sum that
 * did not fit is right again when what made it too large has left; only reading it can fail.
 */
final class ExactSum {

    private static final double WRAP = 0x1p64;

    private final LongCell low;
    private final LongCell wraps;

    ExactSum(StateFactory state) {
        this.low = state.longCell("low", 0);
        this.wraps = state.longCell("wraps", 0);
    }

    void add(long value) {
        long before = low.get();
        long after = before + value;
        low.set(after);
        if (((before ^ after) & (value ^ after)) < 0) {
            wraps.set(wraps.get() + (value < 0 ? -1 : 1));
        }
    }

    void add(ExactSum other) {
        add(other.low.get());
        wraps.set(wraps.get() + other.wraps.get());
    }

    void remove(long value) {
        long before = low.get();
        long after = before - value;
        low.set(after);
        if (((before ^ value) & (before ^ after)) < 0) {
            wraps.set(wraps.get() + (value < 0 ? 1 : -1));
        }
    }

    void clear() {
        low.set(0);
        wraps.set(0);
    }

    /** The sum, or ArithmeticException when it does not fit a LONG. */
    long toLong() {
        if (wraps.get() != 0) {
            throw new ArithmeticException("the sum does not fit a LONG");
        }
        return low.get();
    }

    double toDouble() {
        return wraps.get() * WRAP + low.get();
    }
}
