package eventflux.api.spi.distribution;

import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import org.osgi.annotation.versioning.ProviderType;

/** What a distribution is made from. */
@ProviderType
public interface DistributionContext {

    /** The stream whose rows are spread. */
    String stream();

    /** Its columns. */
    Schema schema();

    /** The distribution's own settings. */
    Settings settings();

    /** How many destinations there are, at least 1. */
    int destinations();
}
