package eventflux.ext.functions.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.state.StateFactory;
import eventflux.testkit.state.HeapState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SumResultTest {

    private final HeapState state = new HeapState();

    private record Context(DataType returnType, List<DataType> argumentTypes, StateFactory state)
            implements AggregatorContext {

        @Override
        public List<Object> constants() {
            return List.of();
        }

        @Override
        public boolean removes() {
            return true;
        }

        @Override
        public boolean removesInOrder() {
            return true;
        }
    }

    private Context context(DataType takes, DataType returns) {
        return new Context(returns, List.of(takes), state);
    }

    @BeforeEach
    void enter() {
        state.enter("");
    }

    @Test
    void aMeanBesideASumOfFloatingPointNumbersFollowsIt() {
        Aggregator.OfDouble sum =
                (Aggregator.OfDouble) new SumFactory().create(context(DataType.DOUBLE, DataType.DOUBLE));
        Aggregator mean = new AvgFactory()
                .beside(sum, context(DataType.DOUBLE, DataType.DOUBLE))
                .orElseThrow();
        assertThat(mean.isNull()).isTrue();

        sum.add(1.5);
        sum.add(4.5);

        assertThat(mean.getDouble()).isEqualTo(3.0);
        assertThat(sum.getDouble()).isEqualTo(6.0);
        sum.remove(1.5);
        assertThat(mean.getDouble()).isEqualTo(4.5);
        sum.reset();
        assertThat(mean.isNull()).isTrue();
    }

    @Test
    void aSumBesideAMeanOfWholeNumbersFollowsIt() {
        Aggregator.OfLong mean = (Aggregator.OfLong) new AvgFactory().create(context(DataType.LONG, DataType.DOUBLE));
        Aggregator sum = new SumFactory()
                .beside(mean, context(DataType.LONG, DataType.LONG))
                .orElseThrow();

        mean.add(3);
        mean.add(4);

        assertThat(sum.getLong()).isEqualTo(7);
        assertThat(mean.getDouble()).isEqualTo(3.5);
    }

    @Test
    void nothingIsMadeOfAnythingElse() {
        Aggregator highest = new MaxFactory().create(context(DataType.DOUBLE, DataType.DOUBLE));

        assertThat(new SumFactory().beside(highest, context(DataType.DOUBLE, DataType.DOUBLE)))
                .isEmpty();
        assertThat(new MaxFactory().beside(highest, context(DataType.DOUBLE, DataType.DOUBLE)))
                .isEmpty();
    }
}
