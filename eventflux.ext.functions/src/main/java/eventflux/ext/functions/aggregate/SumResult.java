package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import java.util.Optional;

/** What is made of a sum. */
enum SumResult {
    SUM {
        @Override
        double of(double sum, long count) {
            return sum;
        }
    },
    MEAN {
        @Override
        double of(double sum, long count) {
            return sum / count;
        }
    };

    abstract double of(double sum, long count);

    /** This of a sum that is there already. */
    Optional<Aggregator> beside(Aggregator present) {
        if (present instanceof LongSumAggregator sum) {
            return Optional.of(new LongSumAggregator(sum, this));
        }
        return present instanceof DoubleSumAggregator sum
                ? Optional.of(new DoubleSumAggregator(sum, this))
                : Optional.empty();
    }
}
