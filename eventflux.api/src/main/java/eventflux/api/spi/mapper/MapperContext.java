package eventflux.api.spi.mapper;

import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import org.osgi.annotation.versioning.ProviderType;

/** What a mapper is made from. */
@ProviderType
public interface MapperContext {

    /** The stream whose rows are mapped. */
    String stream();

    /** Its columns. */
    Schema schema();

    /** The mapper's own settings, without prefix. */
    Settings settings();

    /**
     * Whether it is made only to find out whether its settings are right, as where a text is validated: it is never used, and nobody outside is
     * to be asked.
     */
    default boolean isTrial() {
        return false;
    }
}
