package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;

/** All rows of a table. */
public final class AllCandidates implements Candidates {

    private final StoredRows rows;
    // Written by the thread that owns the application.
    private int next = StoredRows.NONE;

    /** The rows of a table. */
    public AllCandidates(MemoryTable table) {
        this.rows = table.rows();
    }

    @Override
    public void begin(RowView event, EvalContext context) {
        next = rows.first();
    }

    @Override
    public int next() {
        int slot = next;
        if (slot != StoredRows.NONE) {
            next = rows.next(slot);
        }
        return slot;
    }

    @Override
    public String toString() {
        return "all rows";
    }
}
