package eventflux.core.operator.join;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.row.RowView;

/** The rows of a stream that has no window and keeps none. */
public final class NoRows implements RowLookup {

    @Override
    public void begin(RowView event, EvalContext context) {
        // There is nothing to begin with.
    }

    @Override
    public RowView next() {
        return null;
    }

    @Override
    public String toString() {
        return "nothing";
    }
}
