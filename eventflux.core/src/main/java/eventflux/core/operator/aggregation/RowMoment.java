package eventflux.core.operator.aggregation;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.row.RowView;
import java.util.function.ToLongFunction;

/** The time by which a row is put into buckets. Used by the thread that owns the application. */
public abstract class RowMoment {

    // Written by the thread that owns the application.
    private long millis;

    /** Milliseconds since 1970 of the row that was read last. */
    public final long millis() {
        return millis;
    }

    /** Reads the time of a row, and remembers it. */
    final long read(RowView row) {
        millis = of(row);
        return millis;
    }

    abstract long of(RowView row);

    /** The time of the event. */
    public static RowMoment ofEvent() {
        return new OfEvent();
    }

    /** The value of a LONG column, milliseconds since 1970. */
    public static RowMoment ofMillis(int column) {
        return new OfMillis(column);
    }

    /**
     * The value of a STRING column.
     *
     * @param parser says what a text means, or throws
     */
    public static RowMoment ofText(int column, ToLongFunction<String> parser) {
        return new OfText(column, parser);
    }

    private static void requireTime(RowView row, int column) {
        if (row.isNull(column)) {
            String name = row.schema().column(column).name();
            throw new EventFluxException(Problem.of(AggregationError.NO_TIME, "column", name));
        }
    }

    private static final class OfEvent extends RowMoment {

        @Override
        long of(RowView row) {
            return row.timestamp();
        }
    }

    private static final class OfMillis extends RowMoment {

        private final int column;

        OfMillis(int column) {
            this.column = column;
        }

        @Override
        long of(RowView row) {
            requireTime(row, column);
            return row.getLong(column);
        }
    }

    private static final class OfText extends RowMoment {

        private final int column;
        private final ToLongFunction<String> parser;
        private String last = "";
        private long lastMillis;

        OfText(int column, ToLongFunction<String> parser) {
            this.column = column;
            this.parser = parser;
        }

        @Override
        long of(RowView row) {
            requireTime(row, column);
            String text = row.getString(column);
            if (!text.equals(last)) {
                lastMillis = parser.applyAsLong(text);
                last = text;
            }
            return lastMillis;
        }
    }
}
