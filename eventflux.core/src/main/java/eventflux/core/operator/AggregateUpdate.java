package eventflux.core.operator;

import eventflux.core.row.RowView;

/** All aggregator calls of a selection, with their arguments compiled; acts on the group that is selected. */
public interface AggregateUpdate {

    /** The row joins the group. */
    void add(RowView row, EvalContext context);

    /** The row leaves the group. */
    void remove(RowView row, EvalContext context);
}
