package eventflux.core.operator;

import eventflux.core.row.RowBuilder;
import eventflux.core.row.RunCursor;

/** A compiled condition and select list, for one row or for all that are left of a run. */
public interface RowSelect extends RowPredicate, RowProjection {

    /** Writes a current row for each further row of a run for which the condition is true. */
    void select(RunCursor rows, EvalContext context, RowBuilder out);
}
