package eventflux.api.spi.table;

import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import org.osgi.annotation.versioning.ProviderType;

/** What a store is made from. */
@ProviderType
public interface StoreContext {

    /** The application. */
    String application();

    /** The table as it was defined. */
    StoredTable table();

    /** The store's own settings, without prefix. */
    Settings settings();

    /** The engine's time. */
    TimeSource time();
}
