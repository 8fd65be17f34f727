package eventflux.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where the engine takes the time from and who wakes it. The system's own by default; tests pass a virtual one. Safe for many
 * threads.
 */
@ConsumerType
public interface TimeSource {

    /** Now, epoch milliseconds. */
    long millis();

    /**
     * Asks to be called once, on a thread of the source's choice, at or soon after a point in time.
     *
     * @param atMillis epoch milliseconds; in the past means now
     * @param task short, does not throw
     * @return closes the request when it is not wanted any more
     */
    Registration wakeAt(long atMillis, Runnable task);
}
