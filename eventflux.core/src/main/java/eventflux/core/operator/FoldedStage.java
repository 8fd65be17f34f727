package eventflux.core.operator;

import eventflux.api.event.Row;
import eventflux.core.row.RowView;

/**
 * A selection with aggregates or groups over batches that nobody keeps: each row is taken into its group as it comes, and when the step
 * ends each group that was seen gives a row, groups in the order in which the step saw them first.
 */
abstract class FoldedStage implements Stage {

    private final Groups groups;
    private final AggregateUpdate aggregates;
    private final FoldedStep step;
    private final EvalContext context;
    private final QueryOutput output;
    private final FirstFailure failed = new FirstFailure();

    FoldedStage(Selection selection, FoldedStep step, EvalContext context, QueryOutput output) {
        this.groups = selection.groups();
        this.aggregates = selection.aggregates();
        this.step = step;
        this.context = context;
        this.output = output;
    }

    /** The row was taken into the group that is selected; answers whether that gives a row now, if it would not before. */
    abstract boolean taken(RowView row, EvalContext context);

    /** The group that is selected gives its row. */
    abstract void give(RowView first, long time);

    final QueryOutput output() {
        return output;
    }

    @Override
    public final void current(RowView row) {
        groups.select(row, context);
        groups.join();
        aggregates.add(row, context);
        if (taken(row, context)) {
            if (step.time().get() == FoldedStep.NOT_SEEN) {
                step.first().append(row);
            }
            step.time().set(row.timestamp());
        }
    }

    @Override
    public final void expired(RowView row) {
        throw new IllegalStateException("rows of a batch that is folded do not expire");
    }

    @Override
    public final boolean takesExpired() {
        return false;
    }

    @Override
    public final void reset() {
        groups.clear();
    }

    // A group whose row fails does not keep the others from giving theirs.
    @Override
    public final void endStep() {
        for (Row first = step.first().first();
                first != null;
                first = step.first().next()) {
            try {
                give((RowView) first);
            } catch (RuntimeException | Error e) {
                failed.add(e);
            }
        }
        step.first().clear();
        output.endStep();
        failed.rethrow();
    }

    private void give(RowView first) {
        groups.select(first, context);
        long time = step.time().get();
        step.time().set(FoldedStep.NOT_SEEN);
        give(first, time);
    }

    @Override
    public String toString() {
        return "aggregate row by row, told batch by batch " + aggregates + ", state " + groups.id() + "\n" + output;
    }
}
