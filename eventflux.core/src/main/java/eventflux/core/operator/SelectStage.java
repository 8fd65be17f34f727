package eventflux.core.operator;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;

/** The end of a query without aggregates: a row for which the condition is true gives a row. */
public final class SelectStage implements Stage {

    private final RowSelect select;
    private final EvalContext context;
    private final QueryOutput output;
    private final boolean wantsCurrent;
    private final boolean wantsExpired;

    /**
     * A selection into an output.
     *
     * @param select the condition, and the select list of the output
     * @param context for both
     * @param output takes the rows
     */
    public SelectStage(RowSelect select, EvalContext context, QueryOutput output) {
        this.select = select;
        this.context = context;
        this.output = output;
        this.wantsCurrent = output.wantsCurrent();
        this.wantsExpired = output.wantsExpired();
    }

    /** The output. */
    public QueryOutput output() {
        return output;
    }

    @Override
    public void current(RowView row) {
        if (wantsCurrent && select.test(row, context)) {
            output.emit(row, 0);
        }
    }

    @Override
    public void expired(RowView row) {
        if (wantsExpired && select.test(row, context)) {
            output.emit(row, RowLayout.EXPIRED_FLAG);
        }
    }

    @Override
    public boolean takesExpired() {
        return wantsExpired;
    }

    @Override
    public void allCurrent(RunCursor rows) {
        if (wantsCurrent) {
            output.emitAll(rows, select);
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

    @Override
    public String toString() {
        return select.toString();
    }
}
