package eventflux.core.resolved;

import java.util.List;
import java.util.Objects;

/**
 * An application after analysis. Immutable, printable.
 *
 * @param name by annotation, or given from outside
 * @param time what drives its clock
 * @param streams every stream, the ones inferred from inserts included, definitions first
 * @param queries in the order of the text
 * @param sources what feeds streams
 * @param sinks what empties streams
 */
public record ResolvedApp(
        String name,
        TimeMode time,
        List<ResolvedStream> streams,
        List<ResolvedQuery> queries,
        List<Endpoint> sources,
        List<Endpoint> sinks) {

    /** Copies the lists. */
    public ResolvedApp {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(time, "time");
        streams = List.copyOf(streams);
        queries = List.copyOf(queries);
        sources = List.copyOf(sources);
        sinks = List.copyOf(sinks);
    }

    /** What drives an application's clock. */
    public enum TimeMode {
        /** The engine's time source. */
        WALL_CLOCK,
        /** The time of the events: {@code @app:playback}. */
        PLAYBACK
    }
}
