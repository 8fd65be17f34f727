package eventflux.core.operator;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import java.util.Arrays;

/**
 * A selection with aggregates or groups over batches: of each group the last row of a step gives a row, groups in the
 * order in which the step first saw them. Rows that a batch window emits stay where they are until the step ends, so
 * only their places are kept.
 */
public final class BatchAggregateStage implements Stage {

    private static final int INITIAL_GROUPS = 16;
    // No row lies there.
    private static final long NONE = 0;

    private final Groups groups;
    private final AggregateUpdate aggregates;
    private final RowPredicate having;
    private final EvalContext context;
    private final QueryOutput output;
    private final RowView last;
    private final FirstFailure failed = new FirstFailure();

    // All fields below are written by the thread that owns the application. By slot: the group's last row of the step.
    private long[] rows = new long[INITIAL_GROUPS];
    private long[] timestamps = new long[INITIAL_GROUPS];
    private boolean[] expired = new boolean[INITIAL_GROUPS];
    // The slots in the order of the step.
    private int[] order = new int[INITIAL_GROUPS];
    private int count;
    private boolean purgeDue;

    /** A selection into {@code output}; {@code last} is a cursor of its own on input rows. */
    public BatchAggregateStage(Selection selection, EvalContext context, QueryOutput output, RowView last) {
        this.groups = selection.groups();
        this.aggregates = selection.aggregates();
        this.having = selection.having();
        this.context = context;
        this.output = output;
        this.last = last;
    }

    @Override
    public void current(RowView row) {
        if (count > 0 && !output.wantsCurrent()) {
            // Rows that have left show what they left behind, not what comes.
            emitKept();
        }
        int slot = groups.select(row, context);
        groups.join();
        aggregates.add(row, context);
        if (output.wantsCurrent()) {
            keep(slot, row, false);
        }
    }

    @Override
    public void expired(RowView row) {
        int slot = groups.select(row, context);
        aggregates.remove(row, context);
        if (output.wantsExpired()) {
            keep(slot, row, true);
        }
    }

    @Override
    public void reset() {
        if (count == 0) {
            groups.clear();
        } else {
            groups.forget();
            purgeDue = true;
        }
    }

    @Override
    public void endStep() {
        emitKept();
        purge();
        output.endStep();
        failed.rethrow();
    }

    private void emitKept() {
        int groupsSeen = count;
        count = 0;
        for (int i = 0; i < groupsSeen; i++) {
            try {
                emit(order[i]);
            } catch (RuntimeException | Error e) {
                failed.add(e);
            }
            rows[order[i]] = NONE;
        }
    }

    // Groups that were forgotten in this step kept their slots for the rows that had left them.
    private void purge() {
        if (purgeDue) {
            purgeDue = false;
            groups.purge();
        }
    }

    private void emit(int slot) {
        last.wrap(rows[slot]);
        last.timestamp(timestamps[slot]);
        groups.select(slot);
        if (having.test(last, context)) {
            output.emit(last, expired[slot] ? RowLayout.EXPIRED_FLAG : 0);
        }
    }

    private void keep(int slot, RowView row, boolean isExpired) {
        if (slot >= rows.length) {
            grow(slot);
        }
        if (rows[slot] == NONE) {
            order[count++] = slot;
        }
        rows[slot] = row.address();
        timestamps[slot] = row.timestamp();
        expired[slot] = isExpired;
    }

    private void grow(int slot) {
        int capacity = Math.max(slot + 1, rows.length * 2);
        rows = Arrays.copyOf(rows, capacity);
        timestamps = Arrays.copyOf(timestamps, capacity);
        expired = Arrays.copyOf(expired, capacity);
        order = Arrays.copyOf(order, capacity);
    }

    @Override
    public String toString() {
        return "aggregate batch by batch " + aggregates + ", state " + groups.id() + "\n" + output;
    }
}
