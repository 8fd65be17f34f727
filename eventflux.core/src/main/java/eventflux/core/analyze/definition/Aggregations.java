package eventflux.core.analyze.definition;

import eventflux.core.resolved.ResolvedAggregation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The aggregations of the application under analysis. */
public final class Aggregations {

    private final Set<String> names = new HashSet<>();
    private final Map<String, ResolvedAggregation> known = new HashMap<>();
    private final List<ResolvedAggregation> resolved = new ArrayList<>();

    /** A definition has taken a name. */
    public void declare(String name) {
        names.add(name);
    }

    /** Adds one that has been resolved. */
    public void define(ResolvedAggregation aggregation) {
        names.add(aggregation.name());
        known.put(aggregation.name(), aggregation);
        resolved.add(aggregation);
    }

    /** Whether a definition has taken the name. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** The aggregation of a name; empty when there is none, or it could not be resolved, which has been reported. */
    public Optional<ResolvedAggregation> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** All of them, each after those that settle what it reads. */
    public List<ResolvedAggregation> resolved() {
        return resolved;
    }
}
