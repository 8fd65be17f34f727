package eventflux.api.spi.source;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes sources of one name; the service that a source extension registers. */
@ConsumerType
@FunctionalInterface
public interface SourceFactory {

    /** A source for one stream; opens nothing yet. */
    Source create(SourceContext context);
}
