package eventflux.ext.functions.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import eventflux.testkit.aggregate.AggregatorProbe;
import eventflux.testkit.aggregate.Removal;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApproxDistinctCountFactoryTest extends AggregatorContract {

    @Override
    protected AggregatorFactory factory() {
        return new ApproxDistinctCountFactory();
    }

    /** Few values are hardly ever counted wrong: the drawn ones have registers of their own. */
    @Override
    protected List<AggregatorCase> cases() {
        return Stream.of(DataType.INT, DataType.DOUBLE, DataType.BOOL, DataType.STRING)
                .map(type ->
                        AggregatorCase.of(type, DataType.LONG, (present, ever) -> (long) new HashSet<>(present).size()))
                .map(tested -> tested.takes().contains(DataType.INT)
                        ? tested.drawing(random -> random.nextInt(12))
                        : tested.takes().contains(DataType.DOUBLE)
                                ? tested.drawing(random -> random.nextInt(9) * 1.5)
                                : tested)
                .toList();
    }

    @Test
    void isOffByALittleOverManyNumbers() {
        checkManyOf(DataType.LONG, i -> (long) i);
    }

    @Test
    void isOffByALittleOverManyTexts() {
        checkManyOf(DataType.STRING, i -> "customer-" + i);
    }

    private void checkManyOf(DataType type, IntFunction<Object> value) {
        // given
        AggregatorProbe count = new AggregatorProbe(factory(), List.of(type), DataType.LONG, Removal.ANY_ORDER);

        // when
        for (int i = 0; i < 30_000; i++) {
            count.add(value.apply(i));
        }

        // then
        assertThat((Long) count.result()).isCloseTo(30_000L, within(1_500L));

        // when
        for (int i = 0; i < 25_000; i++) {
            count.remove(value.apply(i));
        }

        // then
        assertThat((Long) count.result()).isCloseTo(5_000L, within(300L));
    }
}
