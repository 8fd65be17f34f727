package eventflux.api.spi.errors;

import eventflux.api.config.Settings;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes stores of one kind; the service that an extension registers which keeps failed events. */
@ConsumerType
@FunctionalInterface
public interface ErrorStoreFactory {

    /**
     * Opens a store, makes what is not there yet.
     *
     * @param settings what the configuration says under {@code errors.}, without that prefix
     * @throws IOException when it can't be reached
     */
    ErrorStore open(Settings settings) throws IOException;
}
