package eventflux.core.operator.partition;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.KeyIndex;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordStore;
import java.util.List;

/** Brings each row to the part of each range that it lies in. */
public final class RangeEntry implements PartitionEntry {

    private final Partition partition;
    private final RecordStore records;
    private final List<StreamKey> ranges;
    private final RowView row;
    private final EvalContext context;
    private final StreamJunction inside;
    private final RowFailures failures;
    private final RowRun single = new RowRun();

    /**
     * An entry.
     *
     * @param partition finds and makes parts
     * @param ranges in the order of the text
     * @param row a cursor of its own
     * @param context for the conditions
     * @param inside the queries of the partition that read the stream
     * @param failures takes rows for which a condition fails
     */
    public RangeEntry(
            Partition partition,
            List<StreamKey> ranges,
            RowView row,
            EvalContext context,
            StreamJunction inside,
            RowFailures failures) {
        this.partition = partition;
        this.records = partition.records();
        this.ranges = List.copyOf(ranges);
        this.row = row;
        this.context = context;
        this.inside = inside;
        this.failures = failures;
    }

    @Override
    public void receive(RowRun run) {
        int before = records.selected();
        long end = run.end();
        for (long at = run.begin(); at < end; ) {
            int length = RowLayout.length(at);
            for (int i = 0; i < ranges.size(); i++) {
                row.wrap(at);
                int slot = slot(ranges.get(i));
                if (slot != RecordStore.NONE) {
                    partition.enter(slot);
                    inside.receive(single.wrap(at, length, 1));
                }
            }
            at += length;
        }
        records.select(before);
    }

    private int slot(StreamKey range) {
        try {
            if (!range.select(row, context)) {
                return RecordStore.NONE;
            }
        } catch (RuntimeException | Error e) {
            failures.rowFailed(inside.name(), row, e);
            return RecordStore.NONE;
        }
        int found = partition.find(row, context);
        return found == KeyIndex.ABSENT ? partition.create() : found;
    }

    @Override
    public String toString() {
        return "partition by ranges, state " + partition.id() + "\n"
                + inside.toString().indent(2);
    }
}
