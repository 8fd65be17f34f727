package eventflux.core.operator.aggregation;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.DoubleCell;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.TextCodes;

/**
 * The value of a column in the latest row of a bucket: the one with the greatest time, of equal ones the one that came last. Used
 * by the thread that owns the application.
 */
public abstract class LatestValue implements Aggregator, Aggregator.OfNulls, Aggregator.Merging<LatestValue> {

    private final RowMoment moment;
    private final LongCell time;
    private final LongCell isPresent;

    private LatestValue(RowMoment moment, StateFactory state) {
        this.moment = moment;
        this.time = state.longCell("time", Long.MIN_VALUE);
        this.isPresent = state.longCell("present", 0);
    }

    /**
     * Of a column.
     *
     * @param type of the column; not OBJECT
     * @param moment knows the time of the row at hand
     * @param state where the value is kept
     */
    public static LatestValue of(DataType type, RowMoment moment, StateFactory state) {
        return switch (type) {
            case INT, LONG, BOOL -> new Longs(moment, state);
            case FLOAT, DOUBLE -> new Doubles(moment, state);
            case STRING -> new Texts(moment, state);
            case OBJECT -> throw new IllegalArgumentException("no latest value of type=" + type);
        };
    }

    /** Whether the row at hand is the latest so far; its value is stored next. */
    final boolean isLatest(int present) {
        if (moment.millis() < time.get()) {
            return false;
        }
        time.set(moment.millis());
        isPresent.set(present);
        return true;
    }

    @Override
    public final void merge(LatestValue other) {
        if (other.time.get() > time.get()) {
            time.set(other.time.get());
            isPresent.set(other.isPresent.get());
            take(other);
        }
    }

    /** Takes the value of another over, if it has one. */
    abstract void take(LatestValue other);

    @Override
    public final void addNull() {
        isLatest(0);
    }

    @Override
    public final void removeNull() {
        throw new UnsupportedOperationException("rows stay in their bucket");
    }

    @Override
    public final void reset() {
        time.set(Long.MIN_VALUE);
        isPresent.set(0);
    }

    @Override
    public final boolean isNull() {
        return isPresent.get() == 0;
    }

    private static final class Longs extends LatestValue implements Aggregator.OfLong {

        private final LongCell value;

        Longs(RowMoment moment, StateFactory state) {
            super(moment, state);
            this.value = state.longCell("value", 0);
        }

        @Override
        public void add(long added) {
            if (isLatest(1)) {
                value.set(added);
            }
        }

        @Override
        void take(LatestValue other) {
            value.set(((Longs) other).value.get());
        }

        @Override
        public void remove(long removed) {
            removeNull();
        }

        @Override
        public long getLong() {
            return value.get();
        }
    }

    private static final class Doubles extends LatestValue implements Aggregator.OfDouble {

        private final DoubleCell value;

        Doubles(RowMoment moment, StateFactory state) {
            super(moment, state);
            this.value = state.doubleCell("value", 0);
        }

        @Override
        public void add(double added) {
            if (isLatest(1)) {
                value.set(added);
            }
        }

        @Override
        void take(LatestValue other) {
            value.set(((Doubles) other).value.get());
        }

        @Override
        public void remove(double removed) {
            removeNull();
        }

        @Override
        public double getDouble() {
            return value.get();
        }
    }

    private static final class Texts extends LatestValue implements Aggregator.OfText {

        private final TextCodes texts;
        private final LongCell value;

        Texts(RowMoment moment, StateFactory state) {
            super(moment, state);
            this.texts = state.texts();
            this.value = texts.cell("value");
        }

        @Override
        public void add(String added) {
            if (isLatest(1)) {
                value.set(texts.code(added));
            }
        }

        @Override
        void take(LatestValue other) {
            value.set(((Texts) other).value.get());
        }

        @Override
        public void remove(String removed) {
            removeNull();
        }

        @Override
        public String getText() {
            return texts.text(value.get());
        }
    }
}
