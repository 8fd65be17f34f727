package eventflux.core;

import eventflux.api.AppStatistics;
import eventflux.api.RingStatistics;
import eventflux.core.operator.Pipeline;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the pipelines of an application have counted, the ones that were let go included. Used as the owner of the
 * application.
 */
final class Counters {

    private final Map<String, Long> streams = new LinkedHashMap<>();
    private final Map<String, Long> queries = new LinkedHashMap<>();

    void reset() {
        streams.clear();
        queries.clear();
    }

    /** Keeps the counts of a pipeline that is let go. */
    void add(Pipeline pipeline) {
        addTo(streams, queries, pipeline);
    }

    /** The counts with those of the present pipeline, which may be null. */
    AppStatistics statistics(Pipeline pipeline, Map<String, Long> errors, Map<String, RingStatistics> rings) {
        Map<String, Long> allStreams = new LinkedHashMap<>(streams);
        Map<String, Long> allQueries = new LinkedHashMap<>(queries);
        if (pipeline != null) {
            addTo(allStreams, allQueries, pipeline);
        }
        return new AppStatistics(allStreams, allQueries, errors, rings);
    }

    private static void addTo(Map<String, Long> streams, Map<String, Long> queries, Pipeline pipeline) {
        pipeline.junctions().forEach((name, junction) -> streams.merge(name, junction.received(), Long::sum));
        pipeline.outputs().forEach((name, output) -> queries.merge(name, output.emitted(), Long::sum));
    }
}
