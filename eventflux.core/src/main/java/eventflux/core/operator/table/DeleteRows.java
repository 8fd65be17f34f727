package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;

/** Takes the rows out that a look-up finds. */
public final class DeleteRows implements RowChange {

    private final TableLookup lookup;
    private final EvalContext context;

    /** What a look-up finds. */
    public DeleteRows(TableLookup lookup, EvalContext context) {
        this.lookup = lookup;
        this.context = context;
    }

    @Override
    public void apply(RowView row) {
        lookup.begin(row, context);
        while (lookup.next() != null) {
            lookup.remove();
        }
    }

    @Override
    public String toString() {
        return "delete from " + lookup;
    }
}
