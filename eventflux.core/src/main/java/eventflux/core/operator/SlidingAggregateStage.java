package eventflux.core.operator;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;

/** A selection with aggregates over rows that come and go one by one: each row gives a row, after it was counted. */
public final class SlidingAggregateStage implements Stage {

    private final Groups groups;
    private final AggregateUpdate aggregates;
    private final RowPredicate having;
    private final EvalContext context;
    private final QueryOutput output;

    /** A selection into {@code output}. */
    public SlidingAggregateStage(Selection selection, EvalContext context, QueryOutput output) {
        this.groups = selection.groups();
        this.aggregates = selection.aggregates();
        this.having = selection.having();
        this.context = context;
        this.output = output;
    }

    @Override
    public void current(RowView row) {
        groups.select(row, context);
        groups.join();
        aggregates.add(row, context);
        if (output.wantsCurrent() && having.test(row, context)) {
            output.emit(row, 0);
        }
    }

    @Override
    public void expired(RowView row) {
        groups.select(row, context);
        try {
            aggregates.remove(row, context);
            if (output.wantsExpired() && having.test(row, context)) {
                output.emit(row, RowLayout.EXPIRED_FLAG);
            }
        } finally {
            groups.leave();
        }
    }

    @Override
    public void reset() {
        groups.clear();
    }

    @Override
    public void endStep() {
        output.endStep();
    }

    @Override
    public String toString() {
        return "aggregate row by row " + aggregates + ", state " + groups.id() + "\n" + output;
    }
}
