package eventflux.api;

import java.util.List;
import java.util.Map;

/**
 * What an application has counted since it was started.
 *
 * @param streams events taken by each stream, in the order of definition
 * @param queries rows emitted by each query, in the order of the text
 * @param errors errors that a policy answered, for each stream, query, source or sink that had any
 */
public record AppStatistics(Map<String, Long> streams, Map<String, Long> queries, Map<String, Long> errors) {

    /** Takes the maps as they are; they keep their order. */
    public AppStatistics {
        streams = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(streams));
        queries = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(queries));
        errors = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(errors));
    }

    /** The names of the streams. */
    public List<String> streamNames() {
        return List.copyOf(streams.keySet());
    }
}
