package eventflux.ext.functions.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import eventflux.testkit.aggregate.AggregatorProbe;
import eventflux.testkit.aggregate.Removal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RelationsTest {

    private static final List<DataType> TWO = List.of(DataType.DOUBLE, DataType.DOUBLE);

    @Nested
    class Covariance extends Relations {

        Covariance() {
            super(new CovarianceFactory());
        }

        @Override
        Double relation(List<Object> left, List<Object> right) {
            return left.isEmpty() ? null : products(left, right) / left.size();
        }
    }

    @Nested
    class CovarianceSample extends Relations {

        CovarianceSample() {
            super(new CovarianceSampleFactory());
        }

        @Override
        Double relation(List<Object> left, List<Object> right) {
            return left.size() < 2 ? null : products(left, right) / (left.size() - 1);
        }
    }

    @Nested
    class Correlation extends Relations {

        Correlation() {
            super(new CorrelationFactory());
        }

        @Override
        Double relation(List<Object> left, List<Object> right) {
            boolean varies = left.stream().distinct().count() > 1
                    && right.stream().distinct().count() > 1;
            return varies ? products(left, right) / Math.sqrt(products(left, left) * products(right, right)) : null;
        }
    }

    @Nested
    class WeightedAvg extends Relations {

        WeightedAvg() {
            super(new WeightedAvgFactory());
        }

        @Override
        Double relation(List<Object> left, List<Object> right) {
            BigDecimal weights = Models.sum(right);
            BigDecimal weighted = BigDecimal.ZERO;
            for (int i = 0; i < left.size(); i++) {
                weighted = weighted.add(exact(left.get(i)).multiply(exact(right.get(i))));
            }
            return weights.signum() == 0
                    ? null
                    : weighted.divide(weights, Models.EXACT_ENOUGH).doubleValue();
        }
    }

    @Test
    void isNotANumberWhileAValueIsNotFinite() {
        for (AggregatorFactory factory :
                List.of(new CovarianceFactory(), new CorrelationFactory(), new WeightedAvgFactory())) {
            AggregatorProbe probe = new AggregatorProbe(factory, TWO, DataType.DOUBLE, Removal.IN_ORDER);

            probe.add(List.of(Double.NaN, 1.0)).add(List.of(1.0, 1.0)).add(List.of(2.0, 2.0));
            assertThat(probe.result()).isEqualTo(Double.NaN);

            probe.remove(List.of(Double.NaN, 1.0));
            assertThat((Double) probe.result()).isFinite();
        }
    }

    private static BigDecimal exact(Object value) {
        return new BigDecimal((Double) value);
    }

    private static double products(List<Object> left, List<Object> right) {
        BigDecimal count = BigDecimal.valueOf(left.size());
        BigDecimal leftMean = Models.sum(left).divide(count, Models.EXACT_ENOUGH);
        BigDecimal rightMean = Models.sum(right).divide(count, Models.EXACT_ENOUGH);
        BigDecimal products = BigDecimal.ZERO;
        for (int i = 0; i < left.size(); i++) {
            products = products.add(exact(left.get(i))
                    .subtract(leftMean)
                    .multiply(exact(right.get(i)).subtract(rightMean)));
        }
        return products.doubleValue();
    }

    private abstract static class Relations extends AggregatorContract {

        private final AggregatorFactory factory;

        Relations(AggregatorFactory factory) {
            this.factory = factory;
        }

        abstract Double relation(List<Object> left, List<Object> right);

        @Override
        protected AggregatorFactory factory() {
            return factory;
        }

        // Halves are exact, so that weights come to zero where they should.
        @Override
        protected List<AggregatorCase> cases() {
            return List.of(AggregatorCase.ofArguments(
                            TWO, DataType.DOUBLE, (present, ever) -> relation(part(present, 0), part(present, 1)))
                    .within(1e-9)
                    .drawing(random -> List.of((random.nextInt(81) - 40) / 10d, random.nextInt(9) / 2d)));
        }

        private static List<Object> part(List<Object> rows, int index) {
            return rows.stream().<Object>map(row -> ((List<?>) row).get(index)).toList();
        }
    }
}
