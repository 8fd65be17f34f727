package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowView;
import java.lang.ref.Reference;

/** Hands the rows that a look-up finds to a query, as one step. Used by the thread that owns the application. */
public final class RunOnce {

    private final RowLookup rows;
    private final RowView asking;
    private final EvalContext context;
    private final Stage first;

    /**
     * A query on demand.
     *
     * @param rows finds the rows
     * @param asking the row that asks for them
     * @param context for compiled code
     * @param first the first stage of the query
     */
    public RunOnce(RowLookup rows, RowView asking, EvalContext context, Stage first) {
        this.rows = rows;
        this.asking = asking;
        this.context = context;
        this.first = first;
    }

    /** Runs it. */
    public void run() {
        rows.begin(asking, context);
        for (RowView row = rows.next(); row != null; row = rows.next()) {
            first.current(row);
        }
        first.endStep();
        // Nobody else holds the state that was made for this run, whose rows are known by their addresses.
        Reference.reachabilityFence(first);
    }
}
