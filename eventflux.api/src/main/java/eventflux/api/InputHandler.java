package eventflux.api;

import eventflux.api.event.ColumnAppender;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sends events into one stream. Safe for many threads. While the application waits for an extension or is being replaced,
 * sending waits; when the application is stopped, sending fails with an {@link eventflux.api.error.EventFluxException}.
 */
@ProviderType
public interface InputHandler {

    /** The stream's name. */
    String stream();

    /** The stream's columns. */
    Schema schema();

    /** Sends one event with the application's present time. */
    void send(Object... data);

    /** Sends one event; in playback its time drives the clock. */
    void send(long timestamp, Object[] data);

    /** Sends one event. */
    void send(Event event);

    /** Sends several events as one batch, in order. */
    void send(Event[] events);

    /** A new writer of unboxed rows, for one thread; its {@link RowAppender#flush} sends. */
    RowAppender appender();

    /** A new writer of batches of columns, for one thread. */
    ColumnAppender columnAppender();
}
