package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;

/**
 * The rows of a table that may fulfil a condition, as an index gives them. Each user has its own. Used by the thread that
 * owns the application.
 */
public interface Candidates {

    /** Begins for an event. */
    void begin(RowView event, EvalContext context);

    /** The slot of the next row, or {@link EqualIndex#NONE}. */
    int next();
}
