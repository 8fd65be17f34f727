package eventflux.core.operator.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.TextCodes;

/**
 * Tells an aggregator of each value once, when it comes first, and that it goes when the last one of it goes: {@code SUM(DISTINCT
 * x)}. Zero and minus zero are one value, and so are all that are not a number.
 */
public final class DistinctValues {

    private DistinctValues() {}

    /**
     * Before an aggregator.
     *
     * @param told of values of the type, or of rows
     * @param type of the argument; not OBJECT
     * @param state where the values are kept
     */
    public static Aggregator before(Aggregator told, DataType type, StateFactory state) {
        Aggregator target = told instanceof Aggregator.OfRows rows ? new PresentValues(rows) : told;
        return switch (type) {
            case INT, LONG, BOOL -> new Longs((Aggregator.OfLong) target, state.longBag("values"));
            case FLOAT, DOUBLE -> new Doubles((Aggregator.OfDouble) target, state.longBag("values"));
            case STRING -> new Texts((Aggregator.OfText) target, state.texts());
            case OBJECT -> throw new IllegalArgumentException("no distinct values of type=" + type);
        };
    }

    private static final class Longs extends Forwarding implements Aggregator.OfLong {

        private final Aggregator.OfLong target;
        private final LongBag values;

        Longs(Aggregator.OfLong target, LongBag values) {
            super(target);
            this.target = target;
            this.values = values;
        }

        @Override
        public void add(long value) {
            if (values.add(value)) {
                target.add(value);
            }
        }

        @Override
        public void remove(long value) {
            if (values.remove(value)) {
                target.remove(value);
            }
        }

        @Override
        public void merge(Forwarding other) {
            LongBag others = ((Longs) other).values;
            for (long place = 0; place < others.size(); place++) {
                add(others.at(place));
            }
        }

        @Override
        public void reset() {
            values.clear();
            super.reset();
        }
    }

    private static final class Doubles extends Forwarding implements Aggregator.OfDouble {

        private final Aggregator.OfDouble target;
        private final LongBag values;

        Doubles(Aggregator.OfDouble target, LongBag values) {
            super(target);
            this.target = target;
            this.values = values;
        }

        @Override
        public void add(double value) {
            if (values.add(bits(value))) {
                target.add(value);
            }
        }

        @Override
        public void remove(double value) {
            if (values.remove(bits(value))) {
                target.remove(value);
            }
        }

        // The sum with zero turns minus zero into zero.
        private static long bits(double value) {
            return Double.doubleToLongBits(value + 0.0);
        }

        @Override
        public void merge(Forwarding other) {
            LongBag others = ((Doubles) other).values;
            for (long place = 0; place < others.size(); place++) {
                add(Double.longBitsToDouble(others.at(place)));
            }
        }

        @Override
        public void reset() {
            values.clear();
            super.reset();
        }
    }

    private static final class Texts extends Forwarding implements Aggregator.OfText {

        private final Aggregator.OfText target;
        private final TextCodes texts;
        private final LongBag values;

        Texts(Aggregator.OfText target, TextCodes texts) {
            super(target);
            this.target = target;
            this.texts = texts;
            this.values = texts.bag("values");
        }

        @Override
        public void add(String value) {
            if (values.add(texts.code(value))) {
                target.add(value);
            }
        }

        @Override
        public void remove(String value) {
            if (values.remove(texts.code(value))) {
                target.remove(value);
            }
        }

        @Override
        public void merge(Forwarding other) {
            LongBag others = ((Texts) other).values;
            for (long place = 0; place < others.size(); place++) {
                add(((Texts) other).texts.text(others.at(place)));
            }
        }

        @Override
        public void reset() {
            values.clear();
            super.reset();
        }
    }
}
