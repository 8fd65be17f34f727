package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import java.math.BigDecimal;
import java.util.List;

class AvgFactoryTest extends AggregatorContract {

    @Override
    protected AggregatorFactory factory() {
        return new AvgFactory();
    }

    @Override
    protected List<AggregatorCase> cases() {
        AggregatorCase doubles = AggregatorCase.of(
                        DataType.DOUBLE, DataType.DOUBLE, (present, ever) -> present.isEmpty() ? null : mean(present))
                .within(1e-12);
        return List.of(
                AggregatorCase.of(
                                DataType.LONG,
                                DataType.DOUBLE,
                                (present, ever) -> present.isEmpty() ? null : mean(present))
                        .drawing(random -> random.nextLong() >> random.nextInt(50))
                        .within(1e-15),
                doubles.drawing(Models.finiteDoubles()),
                doubles.drawing(Models.doublesNotFinite()));
    }

    private static Double mean(List<Object> present) {
        if (present.get(0) instanceof Double && !Models.areFinite(present)) {
            return Models.doubleSum(present) / present.size();
        }
        return Models.sum(present)
                .divide(BigDecimal.valueOf(present.size()), Models.EXACT_ENOUGH)
                .doubleValue();
    }
}
