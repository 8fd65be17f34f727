package eventflux.api.spi.aggregate;

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
}
