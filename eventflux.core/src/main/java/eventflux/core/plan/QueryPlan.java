package eventflux.core.plan;

import eventflux.core.resolved.ResolvedQuery.Output;
import java.util.List;

/**
 * A query.
 *
 * @param name its name
 * @param stream what it reads
 * @param steps what its rows pass, in order; the last one is a {@link PlanStep.Project} or {@link PlanStep.Aggregate}
 * @param output where they go
 */
public record QueryPlan(String name, String stream, List<PlanStep> steps, Output output) {

    /** Copies the list. */
    public QueryPlan {
        steps = List.copyOf(steps);
    }
}
