package eventflux.ext.functions.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import eventflux.testkit.aggregate.AggregatorProbe;
import eventflux.testkit.aggregate.Removal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StdDevFactoryTest extends AggregatorContract {

    @Override
    protected AggregatorFactory factory() {
        return new StdDevFactory();
    }

    @Override
    protected List<AggregatorCase> cases() {
        AggregatorCase doubles = AggregatorCase.of(
                DataType.DOUBLE, DataType.DOUBLE, (present, ever) -> present.isEmpty() ? null : deviation(present));
        return List.of(
                doubles.within(1e-9).drawing(random -> (random.nextInt(81) - 40) / 10d),
                doubles.within(1e-9).drawing(random -> 1e9 + random.nextInt(10)),
                doubles.within(1e-6).drawing(random -> random.nextInt(20) == 0 ? 1e6 : 100 + random.nextGaussian()),
                doubles.within(1e-9).drawing(random -> random.nextInt(9) == 0 ? Double.NaN : random.nextInt(5) * 1.0));
    }

    @Test
    void isZeroForOneValueAndNullForNone() {
        // given
        AggregatorProbe deviation = probe();

        // then
        assertThat(deviation.result()).isNull();
        assertThat(deviation.add(0.1).result()).isEqualTo(0.0);
    }

    @Test
    void isNotDrownedByALargeValueThatHasLeft() {
        // given
        AggregatorProbe deviation = probe().add(1e10).add(1.0).add(2.0).add(3.0);

        // when
        deviation.remove(1e10);

        // then
        assertThat((Double) deviation.result()).isCloseTo(Math.sqrt(2.0 / 3.0), within(1e-9));
    }

    private AggregatorProbe probe() {
        return new AggregatorProbe(factory(), List.of(DataType.DOUBLE), DataType.DOUBLE, Removal.IN_ORDER);
    }

    private static Double deviation(List<Object> present) {
        if (!Models.areFinite(present)) {
            return Double.NaN;
        }
        return Models.squaredDifferences(present)
                .divide(BigDecimal.valueOf(present.size()), Models.EXACT_ENOUGH)
                .sqrt(Models.EXACT_ENOUGH)
                .doubleValue();
    }
}
