package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import eventflux.testkit.aggregate.Removal;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

class EndsTest {

    @Nested
    class First extends Ends {

        First() {
            super(new FirstFactory(), present -> 0);
        }
    }

    @Nested
    class Last extends Ends {

        Last() {
            super(new LastFactory(), present -> present.size() - 1);
        }
    }

    private abstract static class Ends extends AggregatorContract {

        private final AggregatorFactory factory;
        private final ToIntFunction<List<Object>> place;

        Ends(AggregatorFactory factory, ToIntFunction<List<Object>> place) {
            this.factory = factory;
            this.place = place;
        }

        @Override
        protected AggregatorFactory factory() {
            return factory;
        }

        @Override
        protected List<AggregatorCase> cases() {
            Stream<AggregatorCase> inOrder = Stream.of(
                            DataType.INT,
                            DataType.LONG,
                            DataType.FLOAT,
                            DataType.DOUBLE,
                            DataType.BOOL,
                            DataType.STRING)
                    .map(type -> of(type).removedBy(Removal.NEVER, Removal.IN_ORDER));
            // Which of two equal values leaves is nothing that an aggregator is told of.
            Stream<AggregatorCase> different = Stream.of(
                    of(DataType.LONG).drawing(random -> random.nextLong()),
                    of(DataType.DOUBLE).drawing(random -> random.nextDouble()),
                    of(DataType.STRING).drawing(random -> Long.toString(random.nextLong())));
            return Stream.concat(inOrder, different).toList();
        }

        private AggregatorCase of(DataType type) {
            return AggregatorCase.of(
                    type, type, (present, ever) -> present.isEmpty() ? null : present.get(place.applyAsInt(present)));
        }
    }
}
