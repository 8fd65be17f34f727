package eventflux.core.plan;

import eventflux.core.plan.ReaderIndex.Reader;
import eventflux.core.resolved.ResolvedApp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers readers of streams that can be found by what their conditions compare. Only neighbours are gathered, so that readers
 * keep their order.
 */
final class ReaderIndexes {

    // To look a row up costs about as much as to ask this many queries.
    private static final int FEWEST_READERS = 8;

    private final Set<String> partitioned = new HashSet<>();
    private final Map<String, List<Reader>> open = new HashMap<>();
    private final List<ReaderIndex> indexes = new ArrayList<>();

    private ReaderIndexes(ResolvedApp app) {
        app.partitions().forEach(partition -> partitioned.addAll(partition.queries()));
    }

    static List<ReaderIndex> of(ResolvedApp app, List<QueryPlan> queries) {
        ReaderIndexes indexes = new ReaderIndexes(app);
        queries.forEach(indexes::add);
        List.copyOf(indexes.open.keySet()).forEach(indexes::close);
        return indexes.indexes;
    }

    private void add(QueryPlan query) {
        Optional<ColumnValues> values = values(query);
        if (values.isEmpty()) {
            query.scan().streams().forEach(this::close);
            return;
        }
        String stream = ((Scan.OfStream) query.scan()).stream();
        open.computeIfAbsent(stream, name -> new ArrayList<>()).add(new Reader(query.name(), values.get()));
    }

    private Optional<ColumnValues> values(QueryPlan query) {
        if (query.scan() instanceof Scan.OfStream
                && query.steps().get(0) instanceof PlanStep.Filter filter
                && !partitioned.contains(query.name())) {
            return ColumnValues.of(filter.condition());
        }
        return Optional.empty();
    }

    private void close(String stream) {
        List<Reader> readers = open.remove(stream);
        if (readers != null && readers.size() >= FEWEST_READERS) {
            indexes.add(new ReaderIndex(stream, readers));
        }
    }
}
