package eventflux.core.compile;

import eventflux.core.operator.GroupKey;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.shard.Shard;
import eventflux.core.operator.shard.ShardEntry;
import eventflux.core.operator.shard.ShardedOutput;
import eventflux.core.operator.shard.ShardedPartition;
import eventflux.core.plan.QueryPlan;
import eventflux.core.plan.ShardedPlan;
import eventflux.core.resolved.Sharding;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a partition that several threads work on: its shards, and the way into them and out of them. */
final class ShardCompiler {

    private static final int LEAST_BATCHES = 4;

    private final CompileScope scope;
    private final ShardedPlan plan;
    private final Map<String, StreamJunction> junctions;

    /**
     * A compiler.
     *
     * @param scope of the application around it, for the unit of the partition
     * @param junctions the application's
     */
    ShardCompiler(CompileScope scope, ShardedPlan plan, Map<String, StreamJunction> junctions) {
        this.scope = scope;
        this.plan = plan;
        this.junctions = junctions;
    }

    /**
     * The partition.
     *
     * @param maker makes the pipeline of a shard against its symbol table
     */
    ShardedPartition compile(Function<SymbolTable, Pipeline> maker) {
        String stream = plan.key().stream();
        List<Shard> shards = new ArrayList<>();
        for (int number = 0; number < Sharding.SHARDS; number++) {
            Shard shard = new Shard(plan.name() + "/shard" + number, stream, maker);
            scope.state().add(shard);
            shards.add(shard);
        }
        return new ShardedPartition(
                stream,
                entry(junctions.get(stream)),
                shards,
                plan.inside().queries().stream()
                        .map(query -> output(query, shards))
                        .toList(),
                threads());
    }

    // What the stream holds waits for all shards together; a shard has room for some batches at least.
    private ShardedPartition.Threads threads() {
        int batch = plan.async().batchSize();
        int buffer = Math.max(plan.async().bufferSize() / Sharding.SHARDS, LEAST_BATCHES * batch);
        return new ShardedPartition.Threads(plan.async().workers(), buffer, batch);
    }

    private ShardEntry entry(StreamJunction stream) {
        RowLayout plain = new RowLayout(stream.layout().schema());
        GroupKey key = scope.code().groupKey(plan.key().values(), scope.bindings(plain));
        ShardEntry entry = new ShardEntry(stream.layout(), scope.symbols(), key, scope.context(), Sharding.SHARDS);
        stream.add(entry);
        return entry;
    }

    // Inner streams are inside of the shards.
    private ShardedOutput output(QueryPlan query, List<Shard> shards) {
        Optional<StreamJunction> target = query.output().target().map(junctions::get);
        RowLayout layout = target.map(StreamJunction::layout)
                .orElseGet(() -> new RowLayout(
                        shards.get(0).output(query.name()).layout().schema()));
        ShardedOutput output = new ShardedOutput(query.name(), layout, shards);
        target.ifPresent(output::add);
        return output;
    }
}
