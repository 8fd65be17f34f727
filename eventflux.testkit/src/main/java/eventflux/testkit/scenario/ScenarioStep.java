package eventflux.testkit.scenario;

import java.util.List;

/** One thing that happens to an application. */
public sealed interface ScenarioStep {

    /** When it happens, epoch milliseconds. */
    long time();

    /**
     * An event is sent.
     *
     * @param time the event's
     * @param stream into which
     * @param values as Java objects: String, Long, Double, Boolean, or null
     */
    record Send(long time, String stream, List<Object> values) implements ScenarioStep {

        /** Copies the values, of which some may be null. */
        public Send {
            values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
        }
    }

    /**
     * Nothing happens until a time.
     *
     * @param time until then
     */
    record Wait(long time) implements ScenarioStep {}

    /**
     * A query on demand, written {@code @time ? text}; its rows are output of the source {@code ?}.
     *
     * @param time when
     * @param text the query
     */
    record Ask(long time, String text) implements ScenarioStep {}
}
