package eventflux.core.compile.code;

import eventflux.api.spi.aggregate.Aggregator;
import java.util.ArrayList;
import java.util.List;

/** Answers what it was made with, and remembers what it is told. */
final class FixedAggregator implements Aggregator.OfLong {

    private final Double value;
    final List<String> told = new ArrayList<>();

    FixedAggregator(Double value) {
        this.value = value;
    }

    @Override
    public void reset() {
        told.clear();
    }

    @Override
    public boolean isNull() {
        return value == null;
    }

    @Override
    public long getLong() {
        return value.longValue();
    }

    @Override
    public double getDouble() {
        return value;
    }

    @Override
    public void add(long added) {
        told.add("+" + added);
    }

    @Override
    public void remove(long removed) {
        told.add("-" + removed);
    }

    /** The same for doubles. */
    static final class OfDoubles implements Aggregator.OfDouble {

        final List<String> told = new ArrayList<>();

        @Override
        public void reset() {
            told.clear();
        }

        @Override
        public boolean isNull() {
            return true;
        }

        @Override
        public void add(double value) {
            told.add("+" + value);
        }

        @Override
        public void remove(double value) {
            told.add("-" + value);
        }
    }

    /** The same for rows. */
    static final class OfAllRows implements Aggregator.OfRows {

        int rows;

        @Override
        public void reset() {
            rows = 0;
        }

        @Override
        public boolean isNull() {
            return false;
        }

        @Override
        public long getLong() {
            return rows;
        }

        @Override
        public void add() {
            rows++;
        }

        @Override
        public void remove() {
            rows--;
        }
    }
}
