package eventflux.core.operator.partition;

import eventflux.core.operator.RowFailures;
import eventflux.core.operator.Stage;
import eventflux.core.operator.partition.WindowRows.RowsOfParts;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordStore;
import java.util.Arrays;

/**
 * Brings the batches of a window outside of a partition to the parts that they concern: when a batch ends, each part in turn sees those of
 * its rows that are its own as a batch. Used by the thread that owns the application.
 */
public final class WindowBatches implements Stage {

    private static final int INITIAL_CAPACITY = 16;
    private static final byte CURRENT = 0;
    private static final byte EXPIRED = 1;
    private static final byte RESET = 2;

    private final Partition partition;
    private final RecordStore records;
    private final PartitionEntry route;
    private final Stage first;
    private final RowView row;
    private final RowFailures failures;
    private final long held;
    private final RowRun single = new RowRun();

    // All fields below are written by the thread that owns the application. What the batch has for parts, in order;
    // rows stay where they are
    // until it ends.
    private int[] slots = new int[INITIAL_CAPACITY];
    private byte[] kinds = new byte[INITIAL_CAPACITY];
    private long[] rows = new long[INITIAL_CAPACITY];
    private long[] times = new long[INITIAL_CAPACITY];
    // For each of these the next one of the same part; for each part its last one, counted from one.
    private int[] nexts = new int[INITIAL_CAPACITY];
    private int[] lasts = new int[INITIAL_CAPACITY];
    private int count;
    // What is under way to parts.
    private byte kind;
    private long timestamp;

    /**
     * Between a window and a stage of the partition.
     *
     * @param partition whose parts they are
     * @param route selects the parts of a row and hands it to {@link #take}
     * @param first sees the rows, part by part
     * @param row a cursor of its own
     * @param failures takes rows that fail
     * @param life what parts see of the rows
     */
    public WindowBatches(
            Partition partition,
            PartitionEntry route,
            Stage first,
            RowView row,
            RowFailures failures,
            RowsOfParts life) {
        this.partition = partition;
        this.records = partition.records();
        this.route = route;
        this.first = first;
        this.row = row;
        this.failures = failures;
        this.held = life == RowsOfParts.LEAVE_THEIR_PART ? 1 : 0;
    }

    @Override
    public void current(RowView coming) {
        send(coming, CURRENT);
    }

    @Override
    public void expired(RowView leaving) {
        send(leaving, EXPIRED);
    }

    private void send(RowView sent, byte how) {
        kind = how;
        timestamp = sent.timestamp();
        route.receive(single.wrap(sent));
    }

    /** The row under way has come to a part. */
    public void take(RowRun run) {
        partition.hold(kind == EXPIRED ? -held : held);
        add(records.selected(), kind, run.begin());
    }

    @Override
    public void reset() {
        int before = records.selected();
        for (int slot = records.nextUsed(0); slot != RecordStore.NONE; slot = records.nextUsed(slot + 1)) {
            records.select(slot);
            partition.release();
            add(slot, RESET, 0);
        }
        records.select(before);
    }

    private void add(int slot, byte how, long row) {
        makeRoom(slot);
        slots[count] = slot;
        kinds[count] = how;
        rows[count] = row;
        times[count] = timestamp;
        nexts[count] = 0;
        if (lasts[slot] != 0) {
            nexts[lasts[slot] - 1] = count + 1;
        }
        count++;
        lasts[slot] = count;
    }

    private void makeRoom(int slot) {
        if (count == slots.length) {
            int capacity = count * 2;
            slots = Arrays.copyOf(slots, capacity);
            kinds = Arrays.copyOf(kinds, capacity);
            rows = Arrays.copyOf(rows, capacity);
            times = Arrays.copyOf(times, capacity);
            nexts = Arrays.copyOf(nexts, capacity);
        }
        if (slot >= lasts.length) {
            lasts = Arrays.copyOf(lasts, Math.max(slot + 1, lasts.length * 2));
        }
    }

    @Override
    public void endStep() {
        int before = records.selected();
        int end = count;
        count = 0;
        for (int at = 0; at < end; at++) {
            // The first one of a part brings all of them along.
            if (lasts[slots[at]] != 0) {
                lasts[slots[at]] = 0;
                records.select(slots[at]);
                hand(at);
            }
        }
        records.select(before);
    }

    private void hand(int from) {
        for (int at = from + 1; at != 0; at = nexts[at - 1]) {
            try {
                hand(kinds[at - 1], at - 1);
            } catch (RuntimeException | Error e) {
                failures.rowFailed(partition.id(), row, e);
            }
        }
        try {
            first.endStep();
        } catch (RuntimeException | Error e) {
            failures.failed(partition.id(), RowFailures.STEP, e);
        }
    }

    private void hand(byte how, int at) {
        if (how == RESET) {
            first.reset();
            return;
        }
        row.wrap(rows[at]);
        row.timestamp(times[at]);
        if (how == EXPIRED) {
            first.expired(row);
        } else {
            first.current(row);
        }
    }

    @Override
    public String toString() {
        return "batches of a window, " + route.toString().lines().findFirst().orElse("") + "\n"
                + first.toString().indent(2);
    }
}
