package eventflux.api;

import eventflux.api.spi.errors.StoredError;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The events of one application that failed and were stored, by {@code @OnError(action='STORE')}, {@code on.error='STORE'} or
 * {@code error.strategy='store'}. They stay there over the end of the application. Safe for many threads. What the store itself
 * refuses is an {@link eventflux.api.error.EventFluxException}.
 */
@ProviderType
public interface StoredErrors {

    /** How many there are. */
    long count();

    /**
     * The events, oldest first.
     *
     * @param after only those with a higher number; 0 for all
     * @param most no more than so many
     */
    List<StoredError> list(long after, int most);

    /**
     * Processes an event once more: a message goes through the mapper of its source, a row that a query failed on into its stream,
     * for all who read it, a row that a sink failed on to that sink alone. It leaves the store when that was done; if it fails again,
     * it is stored again, as a new one. Should the process die in between, it is in both places.
     *
     * @throws eventflux.api.error.EventFluxException when there is no such event, the application does not run, or the event
     *     does not fit it any more; the event stays then
     */
    void replay(long number);

    /** Replays all that are there now, in their order, until one cannot be; answers how many. */
    int replayAll();

    /** Forgets an event; answers whether it was there. */
    boolean discard(long number);

    /** Forgets all that failed before a time in epoch milliseconds; answers how many. */
    long purge(long beforeMillis);
}
