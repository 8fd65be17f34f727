package eventflux.core.operator.shard;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.GroupKey;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Brings each row of a stream to the shard of its key. Used by the thread that owns the application. */
public final class ShardEntry implements RunReceiver {

    private static final int INITIAL_KEY_BYTES = 256;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final PlainRows plain;
    private final RowView row;
    private final GroupKey key;
    private final EvalContext context;
    private final UnsafeBuffer keyBytes = new UnsafeBuffer(ByteBuffer.allocateDirect(INITIAL_KEY_BYTES));
    private final RowBatch[] sorted;
    // Written once, before the first row.
    private final ShardQueue[] queues;

    /**
     * An entry to so many shards, which are to be {@linkplain #connect connected}.
     *
     * @param layout of the stream
     * @param symbols what the codes of its rows mean
     * @param key over rows of the same schema in which nothing is coded
     * @param context for the key
     */
    public ShardEntry(RowLayout layout, SymbolTable symbols, GroupKey key, EvalContext context, int shards) {
        this.plain = new PlainRows(layout, symbols);
        this.row = new RowView(plain.layout(), symbols);
        this.key = key;
        this.context = context;
        this.sorted = new RowBatch[shards];
        Arrays.setAll(sorted, shard -> new RowBatch(plain.layout()));
        this.queues = new ShardQueue[shards];
    }

    /** Says how rows get to the shards. */
    public void connect(List<? extends ShardQueue> ways) {
        for (int shard = 0; shard < queues.length; shard++) {
            queues[shard] = ways.get(shard);
        }
    }

    @Override
    public void receive(RowRun run) {
        RowRun rows = plain.of(run);
        try {
            for (long at = rows.begin(); at < rows.end(); at += row.length()) {
                row.wrap(at);
                sorted[shard()].append(at);
            }
            for (int shard = 0; shard < sorted.length; shard++) {
                if (!sorted[shard].isEmpty()) {
                    queues[shard].take(sorted[shard]);
                }
            }
        } finally {
            for (RowBatch batch : sorted) {
                batch.clear();
            }
        }
    }

    // The same for equal keys, for ever: saved shards are found by it. A row whose key fails is reported by its shard.
    private int shard() {
        int length;
        try {
            length = key.write(row, context, keyBytes);
        } catch (RuntimeException | Error e) {
            return 0;
        }
        long hash = length;
        for (int at = 0; at < length; at += Long.BYTES) {
            hash = (hash ^ keyBytes.getLong(at)) * MULTIPLIER;
            hash ^= hash >>> Integer.SIZE;
        }
        return (int) ((hash & 0xFFFF_FFFFL) * sorted.length >>> Integer.SIZE);
    }
}
