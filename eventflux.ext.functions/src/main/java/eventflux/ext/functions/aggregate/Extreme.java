package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;

/**
 * The smallest or largest value. The largest is the smallest of the values with all bits turned, which reverses their
 * order; a floating-point value is kept as a LONG of the {@linkplain OrderedBits same order}, a text by its code.
 */
enum Extreme {
    MIN(0),
    MAX(-1);

    private final long turned;

    Extreme(long turned) {
        this.turned = turned;
    }

    /** An aggregator of the values that are there. */
    Aggregator ofPresent(AggregatorContext context) {
        if (context.returnType() == DataType.STRING) {
            return ExtremeText.ofPresent(context, this);
        }
        return aggregator(context, Smallest.of(context));
    }

    /** An aggregator of the values that ever came. */
    Aggregator ofEver(AggregatorContext context) {
        if (context.returnType() == DataType.STRING) {
            return ExtremeText.ofEver(context, this);
        }
        return aggregator(context, new Smallest.OfEver(new Smallest.OfAll(context.state())));
    }

    private Aggregator aggregator(AggregatorContext context, Smallest smallest) {
        return context.returnType().isInteger() ? new OfWhole(this, smallest) : new OfReal(this, smallest);
    }

    private long encode(long value) {
        return value ^ turned;
    }

    /** Of INT and LONG. */
    private record OfWhole(Extreme extreme, Smallest smallest)
            implements Aggregator.OfLong, Aggregator.Merging<OfWhole> {

        @Override
        public void add(long value) {
            smallest.add(extreme.encode(value));
        }

        @Override
        public void remove(long value) {
            smallest.remove(extreme.encode(value));
        }

        @Override
        public void merge(OfWhole other) {
            if (!other.smallest.isEmpty()) {
                smallest.add(other.smallest.get());
            }
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
    private record OfReal(Extreme extreme, Smallest smallest)
            implements Aggregator.OfDouble, Aggregator.Merging<OfReal> {

        @Override
        public void add(double value) {
            smallest.add(extreme.encode(OrderedBits.of(value)));
        }

        @Override
        public void remove(double value) {
            smallest.remove(extreme.encode(OrderedBits.of(value)));
        }

        @Override
        public void merge(OfReal other) {
            if (!other.smallest.isEmpty()) {
                smallest.add(other.smallest.get());
            }
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
            return OrderedBits.toDouble(extreme.encode(smallest.get()));
        }
    }
}
