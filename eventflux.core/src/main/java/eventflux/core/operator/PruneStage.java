package eventflux.core.operator;

import eventflux.core.row.PrunedRows;
import eventflux.core.row.RowView;

/** Hands on copies of the rows that lack columns which nobody reads behind it. They can be read until the step ends. */
public final class PruneStage implements Stage {

    private final PrunedRows rows;
    private final Stage next;

    /** Copies for {@code next}. */
    public PruneStage(PrunedRows rows, Stage next) {
        this.rows = rows;
        this.next = next;
    }

    @Override
    public void current(RowView row) {
        next.current(rows.append(row));
    }

    @Override
    public void expired(RowView row) {
        next.expired(rows.append(row));
    }

    @Override
    public boolean takesExpired() {
        return next.takesExpired();
    }

    @Override
    public void reset() {
        next.reset();
    }

    @Override
    public void endStep() {
        try {
            next.endStep();
        } finally {
            rows.clear();
        }
    }

    @Override
    public String toString() {
        return "rows as " + rows + "\n" + next;
    }
}
