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
 * @param trigger when the engine itself puts a row into it, if it does
 * @param window that stands between it and its readers, if one does
 * @param policy what becomes of its rows that a query fails on
 * @param time how its rows carry the time, if they do
 */
public record ResolvedStream(
        String name,
        Schema schema,
        Optional<AsyncOptions> async,
        Optional<TriggerSchedule> trigger,
        Optional<NamedWindow> window,
        FailurePolicy policy,
        Optional<StreamTime> time) {

    /** Begins the names of streams and queries that a query inside another was taken apart into. */
    public static final String GENERATED = "@";

    /** Refuses missing parts. */
    public ResolvedStream {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(async, "async");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(time, "time");
    }

    /** A stream that others fill. */
    public ResolvedStream(String name, Schema schema, Optional<AsyncOptions> async) {
        this(name, schema, async, Optional.empty(), Optional.empty(), FailurePolicy.LOG, Optional.empty());
    }

    /**
     * A ring between senders and the queries.
     *
     * @param bufferSize events that the ring should hold, about
     * @param batchSize events that are processed in one go at most
     * @param whenFull what senders do while it is full
     * @param workers threads for the partitions that read it alone, by its key
     */
    public record AsyncOptions(int bufferSize, int batchSize, WhenFull whenFull, int workers) {}
}
