package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

class DistinctCountFactoryTest extends AggregatorContract {

    @Override
    protected AggregatorFactory factory() {
        return new DistinctCountFactory();
    }

    @Override
    protected List<AggregatorCase> cases() {
        Stream<AggregatorCase> ofTypes = Stream.of(
                        DataType.INT, DataType.LONG, DataType.FLOAT, DataType.DOUBLE, DataType.BOOL, DataType.STRING)
                .map(DistinctCountFactoryTest::of);
        AggregatorCase texts = of(DataType.STRING);
        return Stream.concat(
                        ofTypes,
                        Stream.of(texts.drawing(
                                random -> random.nextInt(4) == 0 ? null : String.valueOf(random.nextInt(3)))))
                .toList();
    }

    private static AggregatorCase of(DataType type) {
        return AggregatorCase.of(type, DataType.LONG, (present, ever) -> (long) new HashSet<>(present).size());
    }
}
