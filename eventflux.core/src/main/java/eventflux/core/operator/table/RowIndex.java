package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;

/**
 * Finds the slots of a table's rows by a key. A row whose key is null is in no index: no comparison with null is true. Used
 * by the thread that owns the application.
 */
interface RowIndex {

    /** Takes a row in. */
    void add(int slot, RowView row, EvalContext context);

    /** Forgets a row. */
    void remove(int slot);

    /** Whether a row that takes the place of the one in the slot has another key. */
    boolean moves(int slot, RowView row, EvalContext context);

    /** Forgets all rows. */
    void clear();
}
