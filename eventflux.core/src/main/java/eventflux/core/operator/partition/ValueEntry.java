package eventflux.core.operator.partition;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.KeyIndex;
import eventflux.core.operator.KeyPrefetch;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordStore;
import java.util.Optional;

/**
 * Brings each row to the part of its key; rows of one key that lie one after another go together. A row without key has no part.
 */
public final class ValueEntry implements PartitionEntry {

    private static final int NO_KEY = -2;

    private final Partition partition;
    private final RecordStore records;
    private final StreamKey key;
    private final RowView row;
    private final EvalContext context;
    private final StreamJunction inside;
    private final RowFailures failures;
    private final KeyPrefetch prefetch; // null where keys are computed
    private final RowRun sameKey = new RowRun();

    /**
     * An entry.
     *
     * @param partition finds and makes parts
     * @param key of the rows
     * @param row a cursor of its own
     * @param context for the key
     * @param inside the queries of the partition that read the stream
     * @param failures takes rows whose key fails
     * @param prefetch loads the parts of many rows; empty where keys are computed, which is done once for each row
     */
    public ValueEntry(
            Partition partition,
            StreamKey key,
            RowView row,
            EvalContext context,
            StreamJunction inside,
            RowFailures failures,
            Optional<KeyPrefetch> prefetch) {
        this.partition = partition;
        this.records = partition.records();
        this.prefetch = prefetch.orElse(null);
        this.key = key;
        this.row = row;
        this.context = context;
        this.inside = inside;
        this.failures = failures;
    }

    @Override
    public void receive(RowRun run) {
        int before = records.selected();
        if (prefetch != null && prefetch.begin(run.count())) {
            load(run);
        }
        long end = run.end();
        int pitch = run.pitch();
        long from = run.begin();
        int slot = NO_KEY;
        int count = 0;
        for (long at = from; at < end; ) {
            int found = find(at);
            if (found != slot) {
                hand(from, at, count, slot);
                from = at;
                count = 0;
                slot = found == KeyIndex.ABSENT ? create(at) : found;
            }
            count++;
            at += RowLayout.length(at, pitch);
        }
        hand(from, end, count, slot);
        records.select(before);
    }

    private void load(RowRun run) {
        boolean hasRoom = true;
        for (long at = run.begin(); hasRoom && at < run.end(); at += RowLayout.length(at, run.pitch())) {
            row.wrap(at);
            hasRoom = !key.select(row, context) || prefetch.add(partition.find(row, context));
        }
        prefetch.load();
    }

    private int find(long at) {
        row.wrap(at);
        try {
            return key.select(row, context) ? partition.find(row, context) : NO_KEY;
        } catch (RuntimeException | Error e) {
            failures.rowFailed(inside.name(), row, e);
            return NO_KEY;
        }
    }

    // Looked for again: the rows before have been processed only now, and other keys been looked for by
    // what came of them.
    private int create(long at) {
        int found = find(at);
        return found == KeyIndex.ABSENT ? partition.create() : found;
    }

    private void hand(long from, long to, int count, int slot) {
        if (slot != NO_KEY) {
            partition.enter(slot);
            inside.receive(sameKey.wrap(from, (int) (to - from), count));
        }
    }

    @Override
    public String toString() {
        return "partition by value, state " + partition.id() + "\n"
                + inside.toString().indent(2);
    }
}
