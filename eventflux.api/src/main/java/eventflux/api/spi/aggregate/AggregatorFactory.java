package eventflux.api.spi.aggregate;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes aggregators of one name; the service that an aggregator extension registers, described by {@link
 * eventflux.api.spi.Extension @Extension} with its signatures.
 */
@ConsumerType
@FunctionalInterface
public interface AggregatorFactory {

    /** An aggregator for one call in one query. Called while the query is built, on any thread. */
    Aggregator create(AggregatorContext context);

    /**
     * An aggregator that makes its result of what another one of the same query remembers, which is told of the same values: a mean
     * beside a sum. It asks for no state, is told of no values and is not reset, since the other is.
     *
     * @param present one that {@link #create} of this or another factory has made
     * @param context of the call that the result is for
     * @return empty, as by default, when the other does not remember enough; an aggregator of its own is created then
     */
    default Optional<Aggregator> beside(Aggregator present, AggregatorContext context) {
        return Optional.empty();
    }
}
