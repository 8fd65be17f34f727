package eventflux.api;

import java.util.List;
import java.util.Map;

/**
 * What an application has counted since it was started.
 *
 * @param streams events taken by each stream, in the order of definition
 * @param queries rows emitted by each query, in the order of the text
 * @param errors errors that a policy answered, for each stream, query, source or sink that had any
 * @param rings what the rings of asynchronous streams have done, by stream
 */
public record AppStatistics(
        Map<String, Long> streams,
        Map<String, Long> queries,
        Map<String, Long> errors,
        Map<String, RingStatistics> rings) {

    /** Takes the maps as they are; they keep their order. */
    public AppStatistics {
        streams = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(streams));
        queries = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(queries));
        errors = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(errors));
        rings = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(rings));
    }

    /** Of an application without asynchronous streams. */
    public AppStatistics(Map<String, Long> streams, Map<String, Long> queries, Map<String, Long> errors) {
        this(streams, queries, errors, Map.of());
    }

    /** The names of the streams. */
    public List<String> streamNames() {
        return List.copyOf(streams.keySet());
    }
}
