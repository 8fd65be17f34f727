package eventflux.core.plan;

import eventflux.core.resolved.ResolvedJoin.Side;
import java.util.List;

/**
 * A side of a join.
 *
 * @param side what it is
 * @param steps filters and at most one window that its rows pass, in order
 */
public record JoinSidePlan(Side side, List<PlanStep> steps) {

    /** Copies the list. */
    public JoinSidePlan {
        steps = List.copyOf(steps);
    }
}
