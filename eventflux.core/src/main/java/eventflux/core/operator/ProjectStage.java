package eventflux.core.operator;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;

/** A selection without aggregates: each row gives a row. */
public final class ProjectStage implements Stage {

    private final QueryOutput output;
    private final boolean wantsCurrent;
    private final boolean wantsExpired;

    /** A projection into {@code output}. */
    public ProjectStage(QueryOutput output) {
        this.output = output;
        this.wantsCurrent = output.wantsCurrent();
        this.wantsExpired = output.wantsExpired();
    }

    @Override
    public void current(RowView row) {
        if (wantsCurrent) {
            output.emit(row, 0);
        }
    }

    @Override
    public void expired(RowView row) {
        if (wantsExpired) {
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

    @Override
    public String toString() {
        return output.toString();
    }
}
