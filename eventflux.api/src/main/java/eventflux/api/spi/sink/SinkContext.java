package eventflux.api.spi.sink;

import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import org.osgi.annotation.versioning.ProviderType;

/** What a sink is made from. */
@ProviderType
public interface SinkContext {

    /** The application. */
    String application();

    /** The stream that it empties. */
    String stream();

    /** The stream's columns. */
    Schema schema();

    /** The sink's own settings, without prefix. */
    Settings settings();

    /** The engine's time. */
    TimeSource time();

    /** Whether a mapper stands before it. */
    boolean isMapped();
}
