package eventflux.ext.functions.aggregate;

import eventflux.api.spi.state.StateFactory;

/** A sum of DOUBLE values, finite or not, from which values can be taken away again. */
final class RealSum {

    private final CompensatedSum finite;
    private final NonFiniteCount others;

    RealSum(StateFactory state) {
        this.finite = new CompensatedSum(state, "sum");
        this.others = new NonFiniteCount(state);
    }

    void add(double value) {
        if (Double.isFinite(value)) {
            finite.add(value);
        } else {
            others.add(value);
        }
    }

    void add(RealSum other) {
        finite.add(other.finite);
        others.add(other.others);
    }

    void remove(double value) {
        if (Double.isFinite(value)) {
            finite.remove(value);
        } else {
            others.remove(value);
        }
    }

    void clear() {
        finite.clear();
        others.clear();
    }

    double toDouble() {
        return others.sumWith(finite.toDouble());
    }
}
