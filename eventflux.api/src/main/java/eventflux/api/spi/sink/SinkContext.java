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

    /** The settings as they are for the row that is being published. */
    RowSettings rowSettings();

    /**
     * Says that a message which was taken before has not reached the outside and will not be tried again; it is counted and logged.
     * For sinks that pass messages on behind {@code publish}. Safe for many threads.
     */
    void lost(Exception cause);

    /**
     * Says that the outside has gone, for a sink that notices behind {@code publish} and brings its connection back by itself: it is shown as
     * lost until it says {@link #reconnected}, although it takes rows. Safe for many threads.
     */
    default void reconnecting(Exception cause) {}

    /** Says that the outside is back that the sink was {@link #reconnecting} to. Safe for many threads. */
    default void reconnected() {}

    /** The engine's time. */
    TimeSource time();

    /** Whether a mapper stands before it. */
    boolean isMapped();
}
