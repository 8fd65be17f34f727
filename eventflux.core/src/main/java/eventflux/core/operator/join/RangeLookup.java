package eventflux.core.operator.join;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.table.Candidates;
import eventflux.core.operator.table.OrderedIndex;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.operator.table.SlotList;
import eventflux.core.row.RowView;

/** Finds partners among the live rows of a side that lie in a range, in the order in which they came. */
public final class RangeLookup implements RowLookup {

    private final OrderedRows rows;
    private final Candidates candidates;
    private final RowPairPredicate condition;
    private final RowView cursor;
    private final SlotList found;
    // Written by the thread that owns the application.
    private int place;

    /**
     * A look-up.
     *
     * @param rows where
     * @param candidates those in the range
     * @param condition the whole of it, over the event and the row
     * @param cursor of its own, on these rows
     */
    public RangeLookup(OrderedRows rows, Candidates candidates, RowPairPredicate condition, RowView cursor) {
        this.rows = rows;
        this.candidates = candidates;
        this.condition = condition;
        this.cursor = cursor;
        this.found = new SlotList(rows::arrival);
    }

    @Override
    public void begin(RowView event, EvalContext context) {
        found.clear();
        place = 0;
        rows.refresh(context);
        if (rows.isEmpty()) {
            return;
        }
        candidates.begin(event, context);
        for (int slot = candidates.next(); slot != OrderedIndex.NONE; slot = candidates.next()) {
            if (condition.test(event, rows.show(slot, cursor), context)) {
                found.add(slot);
            }
        }
        found.sort();
    }

    @Override
    public RowView next() {
        return place < found.count() ? rows.show(found.get(place++), cursor) : null;
    }

    @Override
    public String toString() {
        return candidates + " where " + condition;
    }
}
