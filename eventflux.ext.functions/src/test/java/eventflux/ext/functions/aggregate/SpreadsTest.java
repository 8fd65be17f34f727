package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;

class SpreadsTest {

    @Nested
    class Variance extends Spreads {

        Variance() {
            super(new VarianceFactory(), 0, 1);
        }
    }

    @Nested
    class VarianceSample extends Spreads {

        VarianceSample() {
            super(new VarianceSampleFactory(), 1, 1);
        }
    }

    @Nested
    class StdDevSample extends Spreads {

        StdDevSample() {
            super(new StdDevSampleFactory(), 1, 0.5);
        }
    }

    private abstract static class Spreads extends AggregatorContract {

        private final AggregatorFactory factory;
        private final int lost;
        private final double power;

        Spreads(AggregatorFactory factory, int lost, double power) {
            this.factory = factory;
            this.lost = lost;
            this.power = power;
        }

        @Override
        protected AggregatorFactory factory() {
            return factory;
        }

        @Override
        protected List<AggregatorCase> cases() {
            return List.of(AggregatorCase.of(DataType.DOUBLE, DataType.DOUBLE, (present, ever) -> spread(present))
                    .within(1e-7)
                    .drawing(random -> (random.nextInt(81) - 40) / 10d));
        }

        private Double spread(List<Object> present) {
            if (present.size() <= lost) {
                return null;
            }
            double variance = Models.squaredDifferences(present)
                    .divide(BigDecimal.valueOf(present.size() - lost), Models.EXACT_ENOUGH)
                    .doubleValue();
            return Math.pow(variance, power);
        }
    }
}
