package eventflux.core.compile;

import eventflux.core.operator.RowFailures;
import eventflux.core.plan.Plan;
import eventflux.core.plan.QueryPlan;
import eventflux.core.plan.Scan;
import eventflux.core.plan.StreamPlan;
import eventflux.core.resolved.FailurePolicy;
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
        return query.scan() instanceof Scan.OfStream scan && handingOn.contains(scan.stream());
    }

    /** Who takes the rows that a query fails on. */
    RowFailures of(QueryPlan query) {
        return query.scan() instanceof Scan.OfStream scan ? byStream.getOrDefault(scan.stream(), otherwise) : otherwise;
    }
}
