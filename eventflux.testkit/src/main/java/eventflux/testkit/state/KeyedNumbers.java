package eventflux.testkit.state;

import eventflux.api.spi.state.DoubleCell;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.LongDeque;
import java.util.ArrayDeque;
import java.util.Deque;

/** The cells and containers of numbers. */
final class KeyedNumbers {

    private KeyedNumbers() {}

    static final class OfLong extends Keyed<Long> implements LongCell {

        private final long initial;

        OfLong(Present present, long initial) {
            super(present);
            this.initial = initial;
        }

        @Override
        Long fresh() {
            return initial;
        }

        @Override
        Long copy(Long value) {
            return value;
        }

        @Override
        public long get() {
            return here();
        }

        @Override
        public void set(long value) {
            put(value);
        }
    }

    static final class OfDouble extends Keyed<Double> implements DoubleCell {

        private final double initial;

        OfDouble(Present present, double initial) {
            super(present);
            this.initial = initial;
        }

        @Override
        Double fresh() {
            return initial;
        }

        @Override
        Double copy(Double value) {
            return value;
        }

        @Override
        public double get() {
            return here();
        }

        @Override
        public void set(double value) {
            put(value);
        }
    }

    static final class OfDeque extends Keyed<Deque<Long>> implements LongDeque {

        OfDeque(Present present) {
            super(present);
        }

        @Override
        Deque<Long> fresh() {
            return new ArrayDeque<>();
        }

        @Override
        Deque<Long> copy(Deque<Long> value) {
            return new ArrayDeque<>(value);
        }

        @Override
        public int size() {
            return here().size();
        }

        @Override
        public long first() {
            return here().getFirst();
        }

        @Override
        public long last() {
            return here().getLast();
        }

        @Override
        public void addLast(long value) {
            here().addLast(value);
        }

        @Override
        public void removeFirst() {
            here().removeFirst();
        }

        @Override
        public void removeLast() {
            here().removeLast();
        }

        @Override
        public void clear() {
            here().clear();
        }
    }
}
