package eventflux.core.operator.aggregation;

import eventflux.api.spi.aggregate.Aggregator;
import java.util.List;

/**
 * What a reader of an aggregation sees.
 *
 * @param source has the buckets
 * @param aggregators answer for the bucket that is selected, in the order in which expressions name them
 */
public record BucketView(Source source, List<Aggregator> aggregators) {

    /** Copies the list. */
    public BucketView {
        aggregators = List.copyOf(aggregators);
    }

    /** Where a reader finds buckets. Used by the thread that owns the application. */
    @FunctionalInterface
    public interface Source {

        /** Buckets among which are those of a period that begin in a range of time; good until others are asked for. */
        Buckets bring(int period, long from, long until);
    }

    /** What an aggregation has itself. */
    public static BucketView own(Aggregation aggregation, List<Aggregator> aggregators) {
        return new BucketView(
                (period, from, until) -> {
                    aggregation.backing().bring(period, from, until);
                    return aggregation.buckets();
                },
                aggregators);
    }
}
