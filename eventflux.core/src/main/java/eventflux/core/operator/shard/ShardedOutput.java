package eventflux.core.operator.shard;

import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.WatchedOutput;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import java.util.List;

/** Where the rows that one query gives in all shards come together. Used by the thread that owns the application. */
public final class ShardedOutput implements WatchedOutput, RunReceiver {

    private final StreamJunction receivers;
    private final List<Shard> shards;
    // Written by the thread that owns the application, read by those that turn shards.
    private volatile int watchers; // by one thread alone, so that counting is no race

    /** An output without receivers. */
    public ShardedOutput(String query, RowLayout layout, List<Shard> shards) {
        this.receivers = new StreamJunction(query, layout, false);
        this.shards = List.copyOf(shards);
    }

    /** Whether anybody takes the rows. By any thread. */
    public boolean isWatched() {
        return watchers > 0;
    }

    @Override
    public void add(RunReceiver receiver) {
        receivers.add(receiver);
        watchers++;
    }

    @Override
    public void addFirst(RunReceiver receiver) {
        receivers.observe(receiver);
        watchers++;
    }

    @Override
    public void remove(RunReceiver receiver) {
        receivers.forget(receiver);
        watchers--;
    }

    @Override
    public RowLayout layout() {
        return receivers.layout();
    }

    @Override
    public long emitted() {
        return shards.stream()
                .mapToLong(shard -> shard.output(receivers.name()).emitted())
                .sum();
    }

    @Override
    public void receive(RowRun run) {
        receivers.receive(run);
    }
}
