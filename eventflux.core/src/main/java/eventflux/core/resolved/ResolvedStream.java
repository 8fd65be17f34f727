package eventflux.core.resolved;

import eventflux.api.event.Schema;
import java.util.Objects;
import java.util.Optional;

/**
 * A stream.
 *
 * @param name unique in the application
 * @param schema declared, or inferred from the first query that inserts
 * @param async how it is decoupled from its senders, if it is
 */
public record ResolvedStream(String name, Schema schema, Optional<AsyncOptions> async) {

    /** Refuses missing parts. */
    public ResolvedStream {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(async, "async");
    }

    /**
     * A ring between senders and the queries.
     *
     * @param bufferSize events that the ring should hold, about
     * @param batchSize events that are processed in one go at most
     */
    public record AsyncOptions(int bufferSize, int batchSize) {}
}
