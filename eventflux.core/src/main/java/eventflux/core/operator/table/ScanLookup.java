package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.row.RowView;

/** Looks rows of any source up by testing each of them. */
public final class ScanLookup implements RowLookup {

    private final RowScan scan;
    private final RowPairPredicate condition;
    // All fields below are written by the thread that owns the application.
    private RowView event;
    private EvalContext context;

    /** A look-up by a condition over the event and the row. */
    public ScanLookup(RowScan scan, RowPairPredicate condition) {
        this.scan = scan;
        this.condition = condition;
    }

    @Override
    public void begin(RowView forEvent, EvalContext evalContext) {
        event = forEvent;
        context = evalContext;
        scan.begin();
    }

    @Override
    public RowView next() {
        for (RowView row = scan.next(); row != null; row = scan.next()) {
            if (condition.test(event, row, context)) {
                return row;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "all rows where " + condition;
    }
}
