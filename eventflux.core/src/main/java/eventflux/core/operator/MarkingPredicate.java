package eventflux.core.operator;

import eventflux.core.row.RunCursor;

/** A compiled condition that can look at many rows before anything is done with those that pass: it neither fails nor depends on that. */
public interface MarkingPredicate extends RowPredicate {

    /** Marks those of the rows that are left for which the condition is true; answers false when it is better to test them one by one. */
    boolean mark(RunCursor rows);
}
