package eventflux.core.plan;

import eventflux.core.resolved.ResolvedApp.TimeMode;
import java.util.List;

/**
 * How an application is going to run.
 *
 * @param application its name
 * @param time what drives its clock
 * @param streams in the order of definition
 * @param queries in the order of the text
 */
public record Plan(String application, TimeMode time, List<StreamPlan> streams, List<QueryPlan> queries) {

    /** Copies the lists. */
    public Plan {
        streams = List.copyOf(streams);
        queries = List.copyOf(queries);
    }

    /** The stream of that name. */
    public StreamPlan stream(String name) {
        return streams.stream()
                .filter(stream -> stream.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stream name=" + name));
    }
}
