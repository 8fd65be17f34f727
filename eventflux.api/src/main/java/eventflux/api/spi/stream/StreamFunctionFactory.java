package eventflux.api.spi.stream;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes stream functions of one name; the service that such an extension registers, described by {@link
 * eventflux.api.spi.Extension @Extension} with its row signatures.
 */
@ConsumerType
@FunctionalInterface
public interface StreamFunctionFactory {

    /**
     * A function for one call in one query. Called while the query is built, on any thread.
     *
     * @throws IllegalArgumentException with a sentence for the author when the constants fit the signature but not each other
     */
    StreamFunction create(StreamFunctionContext context);
}
