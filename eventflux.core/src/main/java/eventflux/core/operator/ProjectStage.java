package eventflux.core.operator;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;

/** A selection without aggregates: each row gives a row. */
public final class ProjectStage implements Stage {

    private final RowPredicate having;
    private final EvalContext context;
    private final QueryOutput output;
    private final boolean wantsCurrent;
    private final boolean wantsExpired;

    /** A projection into {@code output} of the rows for which {@code having} is true. */
    public ProjectStage(RowPredicate having, EvalContext context, QueryOutput output) {
        this.having = having;
        this.context = context;
        this.output = output;
        this.wantsCurrent = output.wantsCurrent();
        this.wantsExpired = output.wantsExpired();
    }

    @Override
    public void current(RowView row) {
        if (wantsCurrent && having.test(row, context)) {
            output.emit(row, 0);
        }
    }

    @Override
    public void expired(RowView row) {
        if (wantsExpired && having.test(row, context)) {
            output.emit(row, RowLayout.EXPIRED_FLAG);
        }
    }

    @Override
    public void reset() {
        // Nothing is remembered.
    }

    @Override
    public void endStep() {
        output.endStep();
    }
}
