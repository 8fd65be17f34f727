package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Nested;

class ExtremesTest {

    /** Which of two values wins; by the order of {@code compareTo}, in which NaN is above everything. */
    private static final BinaryOperator<Object> SMALLER = BinaryOperator.minBy(Comparator.comparing(Extremes::key));

    private static final BinaryOperator<Object> LARGER = BinaryOperator.maxBy(Comparator.comparing(Extremes::key));

    @Nested
    class Min extends Extremes {

        Min() {
            super(new MinFactory(), SMALLER, Span.PRESENT);
        }
    }

    @Nested
    class Max extends Extremes {

        Max() {
            super(new MaxFactory(), LARGER, Span.PRESENT);
        }
    }

    @Nested
    class MinForever extends Extremes {

        MinForever() {
            super(new MinForeverFactory(), SMALLER, Span.EVER);
        }
    }

    @Nested
    class MaxForever extends Extremes {

        MaxForever() {
            super(new MaxForeverFactory(), LARGER, Span.EVER);
        }
    }

    private enum Span {
        PRESENT,
        EVER
    }

    private abstract static class Extremes extends AggregatorContract {

        private final AggregatorFactory factory;
        private final BinaryOperator<Object> winner;
        private final Span span;

        Extremes(AggregatorFactory factory, BinaryOperator<Object> winner, Span span) {
            this.factory = factory;
            this.winner = winner;
            this.span = span;
        }

        @Override
        protected AggregatorFactory factory() {
            return factory;
        }

        @Override
        protected List<AggregatorCase> cases() {
            return List.of(
                    ofType(DataType.INT),
                    ofType(DataType.LONG).drawing(random -> random.nextBoolean() ? random.nextLong() : Long.MAX_VALUE),
                    ofType(DataType.FLOAT),
                    ofType(DataType.DOUBLE),
                    ofType(DataType.DOUBLE).drawing(Models.oddDoubles()),
                    ofType(DataType.STRING));
        }

        private AggregatorCase ofType(DataType type) {
            return AggregatorCase.of(
                    type,
                    type,
                    (present, ever) -> (span == Span.PRESENT ? present : ever)
                            .stream().reduce(winner).orElse(null));
        }

        @SuppressWarnings("unchecked") // all values of a case are of one comparable type
        private static Comparable<Object> key(Object value) {
            return (Comparable<Object>) value;
        }
    }
}
