package eventflux.core.plan;

import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.resolved.ResolvedPartition;
import java.util.List;

/**
 * A partition.
 *
 * @param partition its keys, queries and purge
 * @param index how the part of a row is found
 * @param streams its inner streams
 */
public record PartitionPlan(ResolvedPartition partition, GroupIndex index, List<StreamPlan> streams) {

    /** Copies the list. */
    public PartitionPlan {
        streams = List.copyOf(streams);
    }
}
