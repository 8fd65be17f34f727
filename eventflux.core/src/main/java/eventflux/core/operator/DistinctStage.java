package eventflux.core.operator;

import eventflux.core.row.RowView;

/**
 * Lets a row pass when no equal one is there, and one that leaves when it was the last of its kind. Without a window nothing
 * leaves, and each value passes once.
 */
public final class DistinctStage implements Stage {

    private final Groups groups;
    private final EvalContext context;
    private final Stage next;

    /** Before {@code next}; equal rows are one group. */
    public DistinctStage(Groups groups, EvalContext context, Stage next) {
        this.groups = groups;
        this.context = context;
        this.next = next;
    }

    @Override
    public void current(RowView row) {
        groups.select(row, context);
        boolean isFirst = groups.members() == 0;
        groups.join();
        if (isFirst) {
            next.current(row);
        }
    }

    @Override
    public void expired(RowView row) {
        groups.select(row, context);
        boolean isLast = groups.members() == 1;
        groups.leave();
        if (isLast) {
            next.expired(row);
        }
    }

    @Override
    public void reset() {
        groups.clear();
        next.reset();
    }

    @Override
    public void endStep() {
        next.endStep();
    }

    @Override
    public String toString() {
        return "distinct, state " + groups.id() + "\n" + next;
    }
}
