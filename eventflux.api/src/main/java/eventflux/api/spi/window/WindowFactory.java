package eventflux.api.spi.window;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes windows of one name; the service that a window extension registers, described by {@link
 * eventflux.api.spi.Extension @Extension}.
 */
@ConsumerType
@FunctionalInterface
public interface WindowFactory {

    /**
     * A window for one query. Called while the query is built, on any thread.
     *
     * @throws IllegalArgumentException with a sentence for the author when the arguments fit the descriptor but not each
     * other
     */
    Window create(WindowContext context);
}
