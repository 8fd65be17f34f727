package eventflux.core.operator;

import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;

/** Lets rows pass for which a condition is true, current and expired alike. */
public final class FilterStage implements Stage {

    private final RowPredicate condition;
    private final MarkingPredicate marking; // null when rows are tested one by one
    private final EvalContext context;
    private final Stage next;

    /** A filter before {@code next}. */
    public FilterStage(RowPredicate condition, EvalContext context, Stage next) {
        this.condition = condition;
        this.marking = condition instanceof MarkingPredicate predicate ? predicate : null;
        this.context = context;
        this.next = next;
    }

    @Override
    public void current(RowView row) {
        if (condition.test(row, context)) {
            next.current(row);
        }
    }

    @Override
    public void allCurrent(RunCursor rows) {
        if (marking != null && marking.mark(rows)) {
            while (rows.nextMarked()) {
                next.current(rows.row());
            }
        } else {
            Stage.super.allCurrent(rows);
        }
    }

    @Override
    public void held(RowView row) {
        if (condition.test(row, context)) {
            next.held(row);
        }
    }

    @Override
    public void released(RowView row) {
        if (condition.test(row, context)) {
            next.released(row);
        }
    }

    @Override
    public void forgotten(RowView row) {
        if (condition.test(row, context)) {
            next.forgotten(row);
        }
    }

    @Override
    public boolean takesExpired() {
        return next.takesExpired();
    }

    @Override
    public void expired(RowView row) {
        if (condition.test(row, context)) {
            next.expired(row);
        }
    }

    @Override
    public void reset() {
        next.reset();
    }

    @Override
    public void endStep() {
        next.endStep();
    }

    @Override
    public String toString() {
        return "filter " + condition + "\n" + next;
    }
}
