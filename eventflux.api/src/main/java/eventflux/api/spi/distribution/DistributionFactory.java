package eventflux.api.spi.distribution;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes distributions of one strategy; the service that such an extension registers. */
@ConsumerType
@FunctionalInterface
public interface DistributionFactory {

    /**
     * A distribution for one sink.
     *
     * @throws IllegalArgumentException when the settings name something that is not there, such as a column
     */
    Distribution create(DistributionContext context);
}
