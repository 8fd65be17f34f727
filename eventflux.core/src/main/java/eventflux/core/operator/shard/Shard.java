package eventflux.core.operator.shard;

import eventflux.core.operator.Pipeline;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.WatchedOutput;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.Snapshots;
import eventflux.core.state.Stateful;
import java.util.BitSet;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A share of the keys of a partition: a pipeline with symbols, clock and state of its own. To the application around it it is one
 * operator, whose state is a snapshot in the snapshot. Used by the thread that holds it.
 */
public final class Shard implements Stateful {

    private final String id;
    private final String stream;
    private final Function<SymbolTable, Pipeline> maker;

    // Both written when the shard is made, and by a restore, before the first row.
    private Pipeline pipeline;
    private ShardOutbox outbox;

    /**
     * A shard without keys.
     *
     * @param id of the state, from the plan
     * @param stream that it reads
     * @param maker makes a pipeline against a symbol table
     */
    public Shard(String id, String stream, Function<SymbolTable, Pipeline> maker) {
        this.id = id;
        this.stream = stream;
        this.maker = maker;
        put(maker.apply(new SymbolTable()));
    }

    private void put(Pipeline next) {
        pipeline = next;
        outbox = new ShardOutbox(next.outputs().values(), next.symbols());
    }

    /** How it runs. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** Where its rows enter. */
    public StreamJunction entrance() {
        return pipeline.junctions().get(stream);
    }

    /** What a query gives in it. */
    public WatchedOutput output(String query) {
        return pipeline.outputs().get(query);
    }

    /** What it has given and the rest of the application has not seen yet. */
    public ShardOutbox outbox() {
        return outbox;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void save(SnapshotWriter out) {
        byte[] bytes = new Snapshots(pipeline.state(), pipeline.symbols())
                .save(pipeline.clock().now());
        out.writeBytes(new UnsafeBuffer(bytes), 0, bytes.length);
    }

    @Override
    public void restore(SnapshotReader in) {
        int offset = in.readBytes();
        byte[] bytes = new byte[in.lastLength()];
        in.buffer().getBytes(offset, bytes);
        put(maker.apply(Snapshots.symbols(bytes)));
        pipeline.clock().reset(new Snapshots(pipeline.state(), pipeline.symbols()).restore(bytes));
    }

    @Override
    public void begin(long now) {
        pipeline.clock().advanceTo(now);
        pipeline.begin();
    }

    /** It holds none of the symbols around it. */
    @Override
    public void mark(BitSet symbols) {}
}
