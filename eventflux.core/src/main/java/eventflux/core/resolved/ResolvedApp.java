package eventflux.core.resolved;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An application after analysis. Immutable, printable.
 *
 * @param name by annotation, or given from outside
 * @param time what drives its clock
 * @param loopLimit how many rows may come round by loops because of one
 * @param scripts the functions that it defines
 * @param streams every stream outside of partitions, the ones inferred from inserts included, definitions first
 * @param tables in the order of definition
 * @param aggregations in the order in which they can be told what they read
 * @param queries in the order of the text, those in partitions included
 * @param partitions in the order of the text
 * @param sources what feeds streams
 * @param sinks what empties streams
 */
public record ResolvedApp(
        String name,
        AppTime time,
        int loopLimit,
        List<ResolvedScript> scripts,
        List<ResolvedStream> streams,
        List<ResolvedTable> tables,
        List<ResolvedAggregation> aggregations,
        List<ResolvedQuery> queries,
        List<ResolvedPartition> partitions,
        List<Endpoint> sources,
        List<Endpoint> sinks) {

    /** How many rows may come round by loops because of one where nothing is said. */
    public static final int LOOP_LIMIT = 10_000;

    /** Copies the lists. */
    public ResolvedApp {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(time, "time");
        scripts = List.copyOf(scripts);
        streams = List.copyOf(streams);
        tables = List.copyOf(tables);
        aggregations = List.copyOf(aggregations);
        queries = List.copyOf(queries);
        partitions = List.copyOf(partitions);
        sources = List.copyOf(sources);
        sinks = List.copyOf(sinks);
    }

    /** The partition that a query stands in, if it does. */
    public Optional<ResolvedPartition> partition(String query) {
        return partitions.stream()
                .filter(partition -> partition.queries().contains(query))
                .findFirst();
    }

    /** Everything that reads streams: what feeds aggregations first, then the queries. */
    public List<ResolvedQuery> readers() {
        return Stream.concat(aggregations.stream().map(ResolvedAggregation::feed), queries.stream())
                .toList();
    }

    /** Whether conditions of windows come with the rows, with whatever functions and aggregators they call. */
    public boolean readsConditions() {
        Stream<ResolvedQuery.Handler> handlers =
                readers().stream().flatMap(query -> query.input().everyHandler());
        Stream<ResolvedQuery.Handler> shared =
                streams.stream().flatMap(stream -> stream.window().stream()).map(NamedWindow::call);
        return Stream.concat(handlers, shared)
                .anyMatch(handler -> handler instanceof ResolvedQuery.WindowCall window && window.readsConditions());
    }

    /** Every stream, those inside of partitions last. */
    public List<ResolvedStream> allStreams() {
        return Stream.concat(streams.stream(), partitions.stream().flatMap(one -> one.streams().stream()))
                .toList();
    }
}
