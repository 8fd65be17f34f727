package eventflux.api.spi.source;

import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import org.osgi.annotation.versioning.ProviderType;

/** What a source is made from. */
@ProviderType
public interface SourceContext {

    /** The application. */
    String application();

    /** The stream that it feeds. */
    String stream();

    /** The stream's columns. */
    Schema schema();

    /** The source's own settings, without prefix. */
    Settings settings();

    /** The engine's time; to wait by, so that tests can turn it. */
    TimeSource time();

    /** Whether a mapper stands behind it; if not, the source must write {@linkplain SourceOutput#rows rows}. */
    boolean isMapped();
}
