package eventflux.core.plan;

import eventflux.core.resolved.ResolvedQuery.Output;
import java.util.List;

/**
 * A query.
 *
 * @param name its name
 * @param scan what it reads
 * @param steps what its rows pass, in order; the last one is a {@link PlanStep.Project}, {@link
 *     PlanStep.Aggregate} or, of what feeds an aggregation, {@link PlanStep.Fold}
 * @param shaping what is done to the rows that a step of theirs has made, in order
 * @param output where they go
 * @param tables what it has to do with tables
 */
public record QueryPlan(
        String name, Scan scan, List<PlanStep> steps, List<OutputStep> shaping, Output output, QueryTables tables) {

    /** Copies the lists. */
    public QueryPlan {
        steps = List.copyOf(steps);
        shaping = List.copyOf(shaping);
    }

    /** Whether it keeps no row: what it makes of one is handed on before the next one comes. */
    public boolean handsOnAtOnce() {
        return shaping.isEmpty()
                && steps.stream().allMatch(step -> step instanceof PlanStep.Filter || step instanceof PlanStep.Project);
    }
}
