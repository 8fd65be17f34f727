package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.AggregatorContext;

/**
 * A sum of DOUBLE values, finite or not, from which values can be taken away again where the context says that they will be.
 * Where nothing is taken away, infinities and what is not a number go into the sum as they are, and it takes two cells, not five.
 */
final class RealSum {

    private final CompensatedSum sum;
    private final NonFiniteCount others; // null where they go into the sum

    RealSum(AggregatorContext context) {
        this.sum = new CompensatedSum(context.state(), "sum");
        this.others = context.removes() ? new NonFiniteCount(context.state()) : null;
    }

    void add(double value) {
        if (others == null || Double.isFinite(value)) {
            sum.add(value);
        } else {
            others.add(value);
        }
    }

    void add(RealSum other) {
        sum.add(other.sum);
        if (others != null) {
            others.add(other.others);
        }
    }

    void remove(double value) {
        if (others == null || Double.isFinite(value)) {
            sum.remove(value);
        } else {
            others.remove(value);
        }
    }

    void clear() {
        sum.clear();
        if (others != null) {
            others.clear();
        }
    }

    double toDouble() {
        return others == null ? sum.toDouble() : others.sumWith(sum.toDouble());
    }
}
