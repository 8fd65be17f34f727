package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import java.util.List;
import java.util.stream.Stream;

class CountFactoryTest extends AggregatorContract {

    @Override
    protected AggregatorFactory factory() {
        return new CountFactory();
    }

    @Override
    protected List<AggregatorCase> cases() {
        Stream<AggregatorCase> ofTypes = Stream.of(DataType.values())
                .map(type -> AggregatorCase.of(type, DataType.LONG, (present, ever) -> (long) present.size())
                        .drawing(random -> null));
        return Stream.concat(
                        Stream.of(AggregatorCase.ofRows(DataType.LONG, (present, ever) -> (long) present.size())),
                        ofTypes)
                .toList();
    }
}
