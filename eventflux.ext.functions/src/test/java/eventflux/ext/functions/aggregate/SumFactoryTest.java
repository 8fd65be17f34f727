package eventflux.ext.functions.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import eventflux.testkit.aggregate.AggregatorProbe;
import eventflux.testkit.aggregate.Removal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SumFactoryTest extends AggregatorContract {

    @Override
    protected AggregatorFactory factory() {
        return new SumFactory();
    }

    @Override
    protected List<AggregatorCase> cases() {
        AggregatorCase doubles = AggregatorCase.of(
                        DataType.DOUBLE,
                        DataType.DOUBLE,
                        (present, ever) -> present.isEmpty() ? null : Models.doubleSum(present))
                .within(1e-12);
        return List.of(
                AggregatorCase.of(
                                DataType.LONG,
                                DataType.LONG,
                                (present, ever) -> present.isEmpty()
                                        ? null
                                        : Models.sum(present).longValueExact())
                        .drawing(random -> random.nextLong() >> 12 + random.nextInt(50)),
                doubles.drawing(Models.finiteDoubles()),
                doubles.drawing(Models.doublesNotFinite()));
    }

    @Test
    void isRightAgainWhenWhatMadeItTooLargeHasLeft() {
        // given
        AggregatorProbe sum = longs().add(Long.MAX_VALUE).add(5L);

        // when
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(sum::result);
        sum.remove(Long.MAX_VALUE);

        // then
        assertThat(sum.result()).isEqualTo(5L);
    }

    @Test
    void isRightAgainBelowTheSmallestLongAsWell() {
        // given
        AggregatorProbe sum = longs().add(Long.MIN_VALUE).add(Long.MIN_VALUE).add(-1L);

        // when
        sum.remove(Long.MIN_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(sum::result);
        sum.add(1L);

        // then
        assertThat(sum.result()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void isNullOverNothingAndAfterAllHaveLeft() {
        // given
        AggregatorProbe sum = longs();

        // then
        assertThat(sum.result()).isNull();
        assertThat(sum.add(3L).result()).isEqualTo(3L);
        assertThat(sum.remove(3L).result()).isNull();
    }

    @Test
    void keepsASmallValueBesideALargeOneThatLeaves() {
        // given
        AggregatorProbe sum = doubles().add(1e20).add(1.0);

        // when
        sum.remove(1e20);

        // then
        assertThat(sum.result()).isEqualTo(1.0);
    }

    @Test
    void isFiniteAgainWhenWhatWasNotHasLeft() {
        // given
        AggregatorProbe sum =
                doubles().add(Double.NaN).add(Double.POSITIVE_INFINITY).add(2.5);

        // when
        sum.remove(Double.NaN).remove(Double.POSITIVE_INFINITY);

        // then
        assertThat(sum.result()).isEqualTo(2.5);
    }

    @Test
    void isWhatNumbersThatAreNotFiniteSumUpToWhereNothingLeaves() {
        assertThat(running().add(1.0).add(Double.POSITIVE_INFINITY).add(2.0).result())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(running().add(1.0).add(Double.NEGATIVE_INFINITY).add(2.0).result())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(running()
                        .add(Double.POSITIVE_INFINITY)
                        .add(Double.NEGATIVE_INFINITY)
                        .result())
                .isEqualTo(Double.NaN);
        assertThat(running().add(1.0).add(Double.NaN).add(2.0).result()).isEqualTo(Double.NaN);
        assertThat(running().add(1e20).add(1.0).add(-1e20).result()).isEqualTo(1.0);
    }

    private AggregatorProbe running() {
        return new AggregatorProbe(factory(), List.of(DataType.DOUBLE), DataType.DOUBLE, Removal.NEVER);
    }

    private AggregatorProbe longs() {
        return new AggregatorProbe(factory(), List.of(DataType.LONG), DataType.LONG, Removal.ANY_ORDER);
    }

    private AggregatorProbe doubles() {
        return new AggregatorProbe(factory(), List.of(DataType.DOUBLE), DataType.DOUBLE, Removal.ANY_ORDER);
    }
}
