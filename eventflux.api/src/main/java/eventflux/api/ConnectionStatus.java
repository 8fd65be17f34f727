package eventflux.api;

import java.util.Objects;

/**
 * How one source, sink or store of an application is connected to the outside.
 *
 * @param kind {@code source}, {@code sink} or {@code store}
 * @param name as in the counts of errors: the stream's or table's name, numbered where there are several
 * @param extension what it is connected by
 * @param state how it stands
 * @param sinceMillis since when, epoch milliseconds
 * @param failures how many tries in a row have failed; 0 while it is connected
 * @param lastError what went wrong last, also after it is connected again; empty if nothing ever did
 */
public record ConnectionStatus(
        String kind, String name, String extension, State state, long sinceMillis, int failures, String lastError) {

    /** Refuses missing parts. */
    public ConnectionStatus {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(lastError, "lastError");
    }

    /** How a connection stands. */
    public enum State {
        /** It is not used, since the application does not run. */
        STOPPED,
        /** As far as anybody knows. */
        CONNECTED,
        /** It is lost; it is tried again, by time or with the next event. */
        RECONNECTING,
        /** Too much has failed in a row: nothing is tried for a while. */
        BROKEN_CIRCUIT,
        /** A source has come to the end of its input. */
        ENDED,
        /** It is lost and is not tried again. */
        FAILED
    }
}
