package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.TextCodes;

/** The oldest or the newest of the values. A value is kept as a LONG: a DOUBLE by its bits, a text by its code. */
enum End {
    FIRST,
    LAST;

    Aggregator of(AggregatorContext context) {
        boolean isText = context.returnType() == DataType.STRING;
        return new EndAggregator(structure(context, isText), context.state().texts());
    }

    private Structure structure(AggregatorContext context, boolean isText) {
        StateFactory state = context.state();
        boolean keepsOne = !context.removes() || this == LAST && context.removesInOrder();
        if (keepsOne) {
            LongCell value = isText ? state.texts().cell("value") : state.longCell("value", 0);
            return new OfOne(this, value, state.longCell("count", 0));
        }
        LongDeque values = isText ? state.texts().deque("values") : state.longDeque("values");
        return new OfQueue(this, new ValueQueue(values), values);
    }

    /** What is kept of the values. */
    private interface Structure {

        void add(long value);

        void remove(long value);

        void clear();

        boolean isEmpty();

        long get();
    }

    /** The value itself, while it does not leave before all others. */
    private record OfOne(End end, LongCell value, LongCell count) implements Structure {

        @Override
        public void add(long added) {
            if (end == LAST || isEmpty()) {
                value.set(added);
            }
            count.set(count.get() + 1);
        }

        @Override
        public void remove(long removed) {
            count.set(count.get() - 1);
        }

        @Override
        public void clear() {
            count.set(0);
        }

        @Override
        public boolean isEmpty() {
            return count.get() == 0;
        }

        @Override
        public long get() {
            return value.get();
        }
    }

    /** All values. */
    private record OfQueue(End end, ValueQueue queue, LongDeque values) implements Structure {

        @Override
        public void add(long value) {
            queue.add(value);
        }

        @Override
        public void remove(long value) {
            queue.remove(value);
        }

        @Override
        public void clear() {
            values.clear();
        }

        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public long get() {
            return end == FIRST ? values.first() : values.last();
        }
    }

    private record EndAggregator(Structure values, TextCodes texts)
            implements Aggregator.OfLong, Aggregator.OfDouble, Aggregator.OfText {

        @Override
        public void add(long value) {
            values.add(value);
        }

        @Override
        public void remove(long value) {
            values.remove(value);
        }

        @Override
        public void add(double value) {
            values.add(Double.doubleToLongBits(value));
        }

        @Override
        public void remove(double value) {
            values.remove(Double.doubleToLongBits(value));
        }

        @Override
        public void add(String value) {
            values.add(texts.code(value));
        }

        @Override
        public void remove(String value) {
            values.remove(texts.code(value));
        }

        @Override
        public void reset() {
            values.clear();
        }

        @Override
        public boolean isNull() {
            return values.isEmpty();
        }

        @Override
        public long getLong() {
            return values.get();
        }

        @Override
        public double getDouble() {
            return Double.longBitsToDouble(values.get());
        }

        @Override
        public String getText() {
            return texts.text(values.get());
        }
    }
}
