package eventflux.core.operator;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import java.util.Arrays;

/**
 * A selection with aggregates or groups over batches and a condition on what comes out: each row of a step is counted and then
 * tested, and of each group the last row that passed gives a row, with what the aggregates were when it did. Groups come in the
 * order in which a row of theirs first passed.
 */
public final class BatchHavingStage implements Stage {

    private static final int INITIAL_GROUPS = 16;
    private static final int NOT_YET = -1;

    private final Groups groups;
    private final AggregateUpdate aggregates;
    private final RowPredicate having;
    private final EvalContext context;
    private final QueryOutput output;
    private final RowBuilder passed;

    // All fields below are written by the thread that owns the application. By slot: the group's last
    // row among those passed.
    private int[] places = new int[INITIAL_GROUPS];
    // The slots in the order of the step.
    private int[] order = new int[INITIAL_GROUPS];
    private int count;
    private boolean purgeDue;

    /** A selection into {@code output}. */
    public BatchHavingStage(Selection selection, EvalContext context, QueryOutput output) {
        this.groups = selection.groups();
        this.aggregates = selection.aggregates();
        this.having = selection.having();
        this.context = context;
        this.output = output;
        this.passed = output.newBuilder();
        Arrays.fill(places, NOT_YET);
    }

    @Override
    public void current(RowView row) {
        int slot = groups.select(row, context);
        groups.join();
        aggregates.add(row, context);
        if (output.wantsCurrent()) {
            test(slot, row, 0);
        }
    }

    @Override
    public void expired(RowView row) {
        int slot = groups.select(row, context);
        aggregates.remove(row, context);
        if (output.wantsExpired()) {
            test(slot, row, RowLayout.EXPIRED_FLAG);
        }
    }

    private void test(int slot, RowView row, int flags) {
        if (having.test(row, context)) {
            int place = passed.batch().length();
            output.project(row, flags, passed);
            keep(slot, place);
        }
    }

    private void keep(int slot, int place) {
        if (slot >= places.length) {
            int before = places.length;
            int capacity = Math.max(slot + 1, before * 2);
            places = Arrays.copyOf(places, capacity);
            order = Arrays.copyOf(order, capacity);
            Arrays.fill(places, before, capacity, NOT_YET);
        }
        if (places[slot] == NOT_YET) {
            order[count++] = slot;
        }
        places[slot] = place;
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
        RowBatch rows = passed.batch();
        for (int i = 0; i < count; i++) {
            output.append(rows.begin() + places[order[i]]);
            places[order[i]] = NOT_YET;
        }
        count = 0;
        rows.clear();
        if (purgeDue) {
            // Groups that were forgotten in this step kept their slots for the rows that had left them.
            purgeDue = false;
            groups.purge();
        }
        output.endStep();
    }

    @Override
    public String toString() {
        return "aggregate batch by batch, each row tested " + aggregates + ", state " + groups.id() + "\n" + output;
    }
}
