package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;

/**
 * The smallest or largest value. The largest is the smallest of the values with all bits turned, which reverses their
 * order; a floating-point value is kept as a LONG of the same order, in which -0.0 is below 0.0 and NaN above
 * everything.
 */
enum Extreme {
    MIN(0),
    MAX(-1);

    private final long turned;

    Extreme(long turned) {
        this.turned = turned;
    }

    /** An aggregator of the argument's type on top of a structure that keeps the smallest. */
    Aggregator aggregator(AggregatorContext context, Smallest smallest) {
        return context.returnType().isInteger() ? new OfWhole(this, smallest) : new OfReal(this, smallest);
    }

    private long encode(long value) {
        return value ^ turned;
    }

    /** Of INT and LONG. */
    private record OfWhole(Extreme extreme, Smallest smallest) implements Aggregator.OfLong {

        @Override
        public void add(long value) {
            smallest.add(extreme.encode(value));
        }

        @Override
        public void remove(long value) {
            smallest.remove(extreme.encode(value));
        }

        @Override
        public void reset() {
            smallest.clear();
        }

        @Override
        public boolean outlivesRows() {
            return smallest.outlivesRows();
        }

        @Override
        public boolean isNull() {
            return smallest.isEmpty();
        }

        @Override
        public long getLong() {
            return extreme.encode(smallest.get());
        }
    }

    /** Of FLOAT and DOUBLE. */
    private record OfReal(Extreme extreme, Smallest smallest) implements Aggregator.OfDouble {

        @Override
        public void add(double value) {
            smallest.add(extreme.encode(toOrdered(Double.doubleToLongBits(value))));
        }

        @Override
        public void remove(double value) {
            smallest.remove(extreme.encode(toOrdered(Double.doubleToLongBits(value))));
        }

        @Override
        public void reset() {
            smallest.clear();
        }

        @Override
        public boolean outlivesRows() {
            return smallest.outlivesRows();
        }

        @Override
        public boolean isNull() {
            return smallest.isEmpty();
        }

        @Override
        public double getDouble() {
            return Double.longBitsToDouble(toOrdered(extreme.encode(smallest.get())));
        }

        /**
         * Turns the bits below the sign of negative values, whose order is the reverse of their bits'; undoes itself.
         */
        private static long toOrdered(long bits) {
            return bits ^ (bits >> Long.SIZE - 1 & Long.MAX_VALUE);
        }
    }
}
