package eventflux.core.operator.partition;

import eventflux.core.operator.RowFailures;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordStore;

/**
 * Brings what comes and goes in a sliding window outside of a partition to the parts that it concerns: those of its key, or all that are
 * there. Used by the thread that owns the application.
 */
public final class WindowRows implements Stage {

    private final Partition partition;
    private final PartitionEntry route;
    private final Stage first;
    private final RowView row;
    private final RowFailures failures;
    private final long held;
    private final RowRun single = new RowRun();
    // Written by the thread that owns the application: what is under way to a part.
    private boolean isExpired;
    private long timestamp;

    /**
     * Between a window and a stage of the partition.
     *
     * @param partition whose parts they are
     * @param route selects the parts of a row and hands it to {@link #take}
     * @param first sees the rows, part by part
     * @param row a cursor of its own
     * @param failures takes rows that fail
     * @param life how the rows leave; a part of a key stays as long as it has to see one leave
     */
    public WindowRows(
            Partition partition,
            PartitionEntry route,
            Stage first,
            RowView row,
            RowFailures failures,
            RowsOfParts life) {
        this.partition = partition;
        this.route = route;
        this.first = first;
        this.row = row;
        this.failures = failures;
        this.held = life == RowsOfParts.LEAVE_THEIR_PART ? 1 : 0;
    }

    /** What parts see of the rows of a window. */
    public enum RowsOfParts {
        /** A row comes into the part of its key, and leaves it. */
        LEAVE_THEIR_PART,
        /** Rows come and are not seen to leave, or concern all parts. */
        COME
    }

    @Override
    public void current(RowView coming) {
        isExpired = false;
        send(coming);
    }

    @Override
    public void expired(RowView leaving) {
        isExpired = true;
        send(leaving);
    }

    private void send(RowView sent) {
        timestamp = sent.timestamp();
        route.receive(single.wrap(sent));
    }

    /** The row under way has come to a part. */
    public void take(RowRun run) {
        row.wrap(run.begin());
        row.timestamp(timestamp);
        try {
            partition.hold(isExpired ? -held : held);
            if (isExpired) {
                first.expired(row);
            } else {
                first.current(row);
            }
            first.endStep();
        } catch (RuntimeException | Error e) {
            failures.rowFailed(partition.id(), row, e);
        }
    }

    @Override
    public void reset() {
        RecordStore records = partition.records();
        int before = records.selected();
        for (int slot = records.nextUsed(0); slot != RecordStore.NONE; slot = records.nextUsed(slot + 1)) {
            records.select(slot);
            partition.release();
            first.reset();
        }
        records.select(before);
    }

    @Override
    public void endStep() {
        // Each row of a part has been a step of its own.
    }

    @Override
    public String toString() {
        return "rows of a window, " + route.toString().lines().findFirst().orElse("") + "\n"
                + first.toString().indent(2);
    }
}
