package eventflux.api.spi.errors;

import java.util.Arrays;
import java.util.Objects;

/**
 * An event that failed. Immutable, except that the payload is not copied: nobody changes it.
 *
 * @param number given by the store, higher for what came later; 0 before it is saved
 * @param application whose event it is
 * @param origin what failed
 * @param stream the stream that the event was in, or was to come into
 * @param endpoint the source or sink; empty when a query failed
 * @param timeMillis when it failed, epoch milliseconds
 * @param errorType the simple name of the exception
 * @param message what went wrong
 * @param attempts how often it was tried
 * @param shown the event as people read it
 * @param payload the message as it came, or the row in the engine's own form
 */
public record StoredError(
        long number,
        String application,
        ErrorOrigin origin,
        String stream,
        String endpoint,
        long timeMillis,
        String errorType,
        String message,
        int attempts,
        String shown,
        byte[] payload) {

    /** Refuses missing parts. */
    public StoredError {
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(errorType, "errorType");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(payload, "payload");
    }

    /** The same with the number that a store has given it. */
    public StoredError numbered(long given) {
        return new StoredError(
                given, application, origin, stream, endpoint, timeMillis, errorType, message, attempts, shown, payload);
    }

    /** Compares the bytes of the payload, not the array. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StoredError error
                && number == error.number
                && timeMillis == error.timeMillis
                && attempts == error.attempts
                && origin == error.origin
                && application.equals(error.application)
                && stream.equals(error.stream)
                && endpoint.equals(error.endpoint)
                && errorType.equals(error.errorType)
                && message.equals(error.message)
                && shown.equals(error.shown)
                && Arrays.equals(payload, error.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, application, stream, timeMillis);
    }
}
