package eventflux.api.spi.persistence;

import eventflux.api.config.Settings;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Makes stores of one kind; the service that a persistence extension registers. */
@ConsumerType
@FunctionalInterface
public interface PersistenceStoreFactory {

    /**
     * Opens a store, makes what is not there yet.
     *
     * @param settings what the configuration says under {@code persistence.}, without that prefix
     * @throws IOException when it can't be reached, or another engine uses it
     */
    PersistenceStore open(Settings settings) throws IOException;
}
