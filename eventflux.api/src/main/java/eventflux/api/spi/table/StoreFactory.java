package eventflux.api.spi.table;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes stores of one name; the service that a store extension registers. */
@ConsumerType
@FunctionalInterface
public interface StoreFactory {

    /**
     * A store for one table. Opens nothing.
     *
     * @throws IllegalArgumentException with a sentence for the author when settings do not fit each other or the table
     */
    Store create(StoreContext context);
}
