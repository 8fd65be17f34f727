package eventflux.core.compile;

import eventflux.core.operator.EnteredRows;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.StreamJunction;
import eventflux.core.plan.Plan;
import eventflux.core.plan.QueryPlan;
import eventflux.core.plan.Scan;
import eventflux.core.plan.StreamPlan;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes what takes the rows that queries fail on, as the stream says that they read. */
final class FailureCompiler {

    private final RowFailures otherwise;
    private final Map<String, RowFailures> byStream = new HashMap<>();
    private final Set<String> handingOn = new HashSet<>();

    FailureCompiler(RowFailures otherwise) {
        this.otherwise = otherwise;
    }

    /** Makes those of all streams, which are there already. */
    void add(Plan plan, FailureTargets targets) {
        for (StreamPlan stream : plan.streams()) {
            FailurePolicy policy = stream.policy();
            byStream.put(stream.name(), targets.of(stream.name(), "", policy));
            if (policy.handsOn()) {
                handingOn.add(stream.name());
            }
        }
    }

    /** Who takes the rows of each stream that fail. */
    Map<String, RowFailures> all(Set<String> streams) {
        Map<String, RowFailures> all = new HashMap<>(byStream);
        streams.forEach(stream -> all.putIfAbsent(stream, otherwise));
        return all;
    }

    /** Who takes the rows of a stream that fail. */
    RowFailures of(String stream) {
        return byStream.getOrDefault(stream, otherwise);
    }

    /** Whether rows that the query fails on go on elsewhere. */
    boolean handsOn(QueryPlan query) {
        return query.scan().streams().stream().anyMatch(handingOn::contains);
    }

    /** Who takes the rows that a query fails on. */
    RowFailures of(QueryPlan query) {
        if (query.scan() instanceof Scan.OfStream scan) {
            return of(scan.stream());
        }
        return handsOn(query) ? new EnteredRows(otherwise) : otherwise;
    }

    /** The streams as a query reads them whose failures go to {@code taken}. */
    Map<String, StreamJunction> read(
            QueryPlan query, Map<String, StreamJunction> junctions, RowFailures taken, SymbolTable symbols) {
        if (!(taken instanceof EnteredRows entered)) {
            return junctions;
        }
        Map<String, StreamJunction> read = new HashMap<>(junctions);
        for (String stream : query.scan().streams()) {
            StreamJunction outside = junctions.get(stream);
            if (outside == null) {
                continue;
            }
            StreamJunction inside = new StreamJunction(stream, outside.layout(), true);
            outside.add(entered.entrance(new RowView(outside.layout(), symbols), of(stream), inside));
            read.put(stream, inside);
        }
        return read;
    }
}
