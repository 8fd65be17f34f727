package eventflux.ext.functions.aggregate;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.testkit.aggregate.AggregatorCase;
import eventflux.testkit.aggregate.AggregatorContract;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;

class PercentilesTest {

    @Nested
    class Median extends AggregatorContract {

        @Override
        protected AggregatorFactory factory() {
            return new MedianFactory();
        }

        @Override
        protected List<AggregatorCase> cases() {
            return List.of(doubles(0.5).within(1e-12));
        }
    }

    @Nested
    class Percentile extends AggregatorContract {

        @Override
        protected AggregatorFactory factory() {
            return new PercentileFactory();
        }

        @Override
        protected List<AggregatorCase> cases() {
            return List.of(
                    doubles(0).within(1e-12).calledWith(List.of(DataType.DOUBLE), 0.0),
                    doubles(0.9).within(1e-12).calledWith(List.of(DataType.DOUBLE), 0.9),
                    doubles(1).within(1e-12).calledWith(List.of(DataType.DOUBLE), 1.0));
        }
    }

    @Nested
    class ApproxPercentile extends AggregatorContract {

        @Override
        protected AggregatorFactory factory() {
            return new ApproxPercentileFactory();
        }

        @Override
        protected List<AggregatorCase> cases() {
            return List.of(
                    ofRank(0.5).within(0.0101).calledWith(List.of(DataType.DOUBLE), 0.5),
                    ofRank(0.99).within(0.0101).calledWith(List.of(DataType.DOUBLE), 0.99),
                    ofRank(0.5).within(0.00101).calledWith(List.of(DataType.DOUBLE, DataType.DOUBLE), 0.5, 0.001),
                    ofRank(0.3)
                            .drawing(Models.doublesNotFinite())
                            .within(0.0101)
                            .calledWith(List.of(DataType.DOUBLE), 0.3));
        }

        private AggregatorCase ofRank(double fraction) {
            return AggregatorCase.of(DataType.DOUBLE, DataType.DOUBLE, (present, ever) -> {
                        double[] sorted = sorted(present);
                        return sorted.length == 0 ? null : sorted[(int) (fraction * (sorted.length - 1))] + 0.0;
                    })
                    .drawing(PercentilesTest::anyMagnitude);
        }
    }

    private static Object anyMagnitude(Random random) {
        return random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
    }

    private static AggregatorCase doubles(double fraction) {
        return AggregatorCase.of(DataType.DOUBLE, DataType.DOUBLE, (present, ever) -> {
            double[] sorted = sorted(present);
            if (sorted.length == 0) {
                return null;
            }
            double place = fraction * (sorted.length - 1);
            double low = sorted[(int) Math.floor(place)];
            double high = sorted[(int) Math.ceil(place)];
            return low + (high - low) * (place - Math.floor(place));
        });
    }

    private static double[] sorted(List<Object> present) {
        return present.stream().mapToDouble(value -> (Double) value).sorted().toArray();
    }
}
