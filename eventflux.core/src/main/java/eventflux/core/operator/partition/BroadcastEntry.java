package eventflux.core.operator.partition;

import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.state.RecordStore;

/** Brings each row of a stream without key to all parts that are there. */
public final class BroadcastEntry implements PartitionEntry {

    private final Partition partition;
    private final RecordStore records;
    private final StreamJunction inside;
    private final RowRun single = new RowRun();

    /**
     * An entry.
     *
     * @param partition whose parts they are
     * @param inside the queries of the partition that read the stream
     */
    public BroadcastEntry(Partition partition, StreamJunction inside) {
        this.partition = partition;
        this.records = partition.records();
        this.inside = inside;
    }

    @Override
    public void receive(RowRun run) {
        int before = records.selected();
        long end = run.end();
        for (long at = run.begin(); at < end; ) {
            int length = RowLayout.length(at);
            for (int slot = records.nextUsed(0); slot != RecordStore.NONE; slot = records.nextUsed(slot + 1)) {
                records.select(slot);
                inside.receive(single.wrap(at, length, 1));
            }
            at += length;
        }
        records.select(before);
    }

    @Override
    public String toString() {
        return "to all parts, state " + partition.id() + "\n"
                + inside.toString().indent(2);
    }
}
