package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.row.RowView;
import java.util.Optional;

/** Looks rows of a table in memory up: through an index or all of them, and tests what the index does not settle. */
public final class TableLookup implements RowLookup {

    private final MemoryTable table;
    private final Candidates candidates;
    private final Optional<RowPairPredicate> condition;
    private final RowView cursor;
    private final SlotList found;
    // Written by the thread that owns the application.
    private int place;

    /**
     * A look-up.
     *
     * @param table where
     * @param candidates the rows that the index gives
     * @param condition what the index does not settle, over the event and the row
     */
    public TableLookup(MemoryTable table, Candidates candidates, Optional<RowPairPredicate> condition) {
        this.table = table;
        this.candidates = candidates;
        this.condition = condition;
        this.cursor = table.newCursor();
        this.found = new SlotList(table.rows()::arrival);
    }

    @Override
    public void begin(RowView event, EvalContext context) {
        found.clear();
        candidates.begin(event, context);
        for (int slot = candidates.next(); slot != EqualIndex.NONE; slot = candidates.next()) {
            if (matches(event, slot, context)) {
                found.add(slot);
            }
        }
        found.sort();
        place = 0;
    }

    private boolean matches(RowView event, int slot, EvalContext context) {
        return condition.isEmpty() || condition.get().test(event, table.rows().show(slot, cursor), context);
    }

    @Override
    public RowView next() {
        return place < found.count() ? table.rows().show(found.get(place++), cursor) : null;
    }

    @Override
    public boolean exists(RowView event, EvalContext context) {
        candidates.begin(event, context);
        for (int slot = candidates.next(); slot != EqualIndex.NONE; slot = candidates.next()) {
            if (matches(event, slot, context)) {
                return true;
            }
        }
        return false;
    }

    /** The slot of the row that {@link #next} answered last. */
    public int slot() {
        return found.get(place - 1);
    }

    /** Takes the row out that {@link #next} answered last. */
    public void remove() {
        table.remove(slot());
    }

    /** Puts a row in the place of the one that {@link #next} answered last; false when that would give two rows one key. */
    public boolean replace(RowView row) {
        return table.replace(slot(), row);
    }

    @Override
    public String toString() {
        return table.name() + " by " + candidates
                + condition.map(rest -> " where " + rest).orElse("");
    }
}
