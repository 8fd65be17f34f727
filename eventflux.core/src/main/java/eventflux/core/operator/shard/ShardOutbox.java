package eventflux.core.operator.shard;

import eventflux.core.operator.WatchedOutput;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowRun;
import eventflux.core.row.SymbolTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.IntPredicate;

/**
 * What the queries of a shard have given and the rest of the application has not seen yet, in order. Used by the thread that holds the
 * shard.
 */
public final class ShardOutbox {

    private static final int INITIAL_RUNS = 16;

    private final PlainRows[] plain;
    private final RowBatch[] rows;
    private final int[] handedOn;
    private final RowRun run = new RowRun();

    // All written by the thread that holds the shard: of each run its query, bytes and rows.
    private int[] queries = new int[INITIAL_RUNS];
    private int[] bytes = new int[INITIAL_RUNS];
    private int[] counts = new int[INITIAL_RUNS];
    private int runs;
    private boolean isHandingOn;
    // Written once, before the first row.
    private IntPredicate isWatched = query -> true;

    /** Collects what these queries give from now on. */
    ShardOutbox(Collection<WatchedOutput> outputs, SymbolTable symbols) {
        plain = new PlainRows[outputs.size()];
        rows = new RowBatch[outputs.size()];
        handedOn = new int[outputs.size()];
        int next = 0;
        for (WatchedOutput output : outputs) {
            int query = next++;
            plain[query] = new PlainRows(output.layout(), symbols);
            rows[query] = new RowBatch(plain[query].layout());
            output.add(given -> take(query, given));
        }
    }

    /** Says which queries somebody watches; what others give is passed over. Before the first row. */
    public void watched(IntPredicate queriesWatched) {
        isWatched = queriesWatched;
    }

    /** Takes what queries have given. */
    @FunctionalInterface
    public interface Receiver {

        /** Rows of one query, by its number in the order of the text; they may be changed in place. */
        void take(int query, RowRun rows);
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return runs == 0;
    }

    private void take(int query, RowRun given) {
        if (!isWatched.test(query)) {
            return;
        }
        RowRun copied = plain[query].of(given);
        rows[query].append(copied.begin(), copied.length(), copied.count());
        if (runs == queries.length) {
            queries = Arrays.copyOf(queries, runs * 2);
            bytes = Arrays.copyOf(bytes, runs * 2);
            counts = Arrays.copyOf(counts, runs * 2);
        }
        queries[runs] = query;
        bytes[runs] = copied.length();
        counts[runs] = copied.count();
        runs++;
    }

    /**
     * Hands all on, also what comes meanwhile; when that is under way, it goes on there. Answers whether there was anything.
     */
    public boolean handOn(Receiver receiver) {
        if (isHandingOn || runs == 0) {
            return false;
        }
        isHandingOn = true;
        try {
            for (int i = 0; i < runs; i++) {
                int query = queries[i];
                int from = handedOn[query];
                handedOn[query] = from + bytes[i];
                receiver.take(query, run.wrap(rows[query].begin() + from, bytes[i], counts[i]));
            }
            return true;
        } finally {
            isHandingOn = false;
            clear();
        }
    }

    private void clear() {
        runs = 0;
        Arrays.fill(handedOn, 0);
        for (RowBatch batch : rows) {
            batch.clear();
        }
    }
}
