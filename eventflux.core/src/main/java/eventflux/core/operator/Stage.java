package eventflux.core.operator;

import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;

/**
 * One operator of a query, handed rows by the one before it. Called by the thread that owns the application, in the
 * order of the methods a step is made of: rows and resets, then the end of the step. Must not block; keeps no cursor
 * after the call. What it throws leaves its state as if the row had not come, as far as the extension it calls allows.
 */
public interface Stage {

    /** A row that is there now. */
    void current(RowView row);

    /** All further rows of a run, which are there now. */
    default void allCurrent(RunCursor rows) {
        while (rows.next()) {
            current(rows.row());
        }
    }

    /** A row that has left the window; shows the time when it left. */
    void expired(RowView row);

    /** A row that a window holds back: whoever keeps rows for others to find lets it be found, and nobody counts it. */
    default void held(RowView row) {}

    /** A row that was held is there now, for whoever counts, and not to be found any more; shows the time when it was let out. */
    default void released(RowView row) {
        current(row);
    }

    /** A row is not to be found any more; whoever counts goes on counting it. */
    default void forgotten(RowView row) {}

    /** Whether rows that have left change anything: if not, they need not be handed over. The same for as long as it is there. */
    default boolean takesExpired() {
        return true;
    }

    /** All that aggregates have seen is forgotten. */
    void reset();

    /** What came since the last end belongs together. */
    void endStep();
}
