package eventflux.core.operator.shard;

import java.util.List;

/**
 * A partition that several threads work on.
 *
 * @param stream that it reads
 * @param entry where its rows come in
 * @param shards by number
 * @param outputs of its queries, in the order of the text
 * @param threads how they are worked on
 */
public record ShardedPartition(
        String stream, ShardEntry entry, List<Shard> shards, List<ShardedOutput> outputs, Threads threads) {

    /** Copies the lists. */
    public ShardedPartition {
        shards = List.copyOf(shards);
        outputs = List.copyOf(outputs);
    }

    /**
     * How shards are worked on.
     *
     * @param workers how many threads there are
     * @param bufferRows rows that wait for one shard at most, about
     * @param batchRows rows that a shard takes in one go at most
     */
    public record Threads(int workers, int bufferRows, int batchRows) {}

    @Override
    public String toString() {
        return shards.size() + " shards for " + threads.workers() + " workers, each\n"
                + shards.get(0).pipeline().describe().indent(2);
    }
}
