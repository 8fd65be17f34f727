package eventflux.core.compile;

import eventflux.core.operator.DeadLetter;
import eventflux.core.operator.FaultRows;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.StreamJunction;
import eventflux.core.plan.Plan;
import eventflux.core.plan.QueryPlan;
import eventflux.core.plan.Scan;
import eventflux.core.plan.StreamPlan;
import eventflux.core.resolved.FailurePolicy;
import eventflux.core.resolved.FailurePolicy.Action;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.SymbolTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Makes what takes the rows that queries fail on, as the stream says that they read. */
final class FailureCompiler {

    private final RowFailures otherwise;
    private final Map<String, RowFailures> byStream = new HashMap<>();

    FailureCompiler(RowFailures otherwise) {
        this.otherwise = otherwise;
    }

    /** Makes those of all streams, which are there already. */
    void add(Plan plan, Map<String, StreamJunction> junctions, SymbolTable symbols) {
        for (StreamPlan stream : plan.streams()) {
            FailurePolicy policy = stream.policy();
            if (policy.handsOn()) {
                StreamJunction target = junctions.get(policy.stream());
                FaultRows.Writer writer =
                        policy.action() == Action.DEAD_LETTERS ? new DeadLetter(stream.name()) : FaultRows::withError;
                RowBuilder builder = new RowBuilder(new RowBatch(target.layout()), symbols);
                byStream.put(stream.name(), new FaultRows(writer, builder, target, otherwise));
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
        return query.scan() instanceof Scan.OfStream scan && byStream.containsKey(scan.stream());
    }

    /** Who takes the rows that a query fails on. */
    RowFailures of(QueryPlan query) {
        return query.scan() instanceof Scan.OfStream scan ? byStream.getOrDefault(scan.stream(), otherwise) : otherwise;
    }
}
