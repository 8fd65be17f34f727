package eventflux.core.plan;

import eventflux.core.resolved.ResolvedPartition.ByValue;
import eventflux.core.resolved.ResolvedStream.AsyncOptions;

/**
 * A partition that several threads work on. Each shard is a pipeline of its own, made of the same plan.
 *
 * @param key by which rows find their shard
 * @param async how the stream is decoupled that it reads
 * @param inside the partition, the stream that it reads and those that it inserts into
 */
public record ShardedPlan(ByValue key, AsyncOptions async, Plan inside) {

    /** The name of the partition. */
    public String name() {
        return inside.partitions().get(0).partition().name();
    }

    @Override
    public String toString() {
        return "shards of " + key.stream() + " by " + key.values() + " for " + async.workers() + " workers";
    }
}
