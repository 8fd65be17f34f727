package eventflux.core.operator.join;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.table.RowKey;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.row.RowView;
import eventflux.core.state.LiveRows;
import java.util.Optional;

/** Finds partners among the live rows of a side: by key, where the condition has one, or among all. */
public final class LiveLookup implements RowLookup {

    private final LiveRows rows;
    private final Optional<RowKey> probe;
    private final Optional<RowPairPredicate> condition;
    private final RowView cursor;
    // All fields below are written by the thread that owns the application.
    private RowView event;
    private EvalContext context;
    private long key;
    private long next;

    /**
     * A look-up.
     *
     * @param rows where
     * @param probe reads the key from the event; empty when all rows are to be tried
     * @param condition what the key does not settle, over the event and the row
     * @param cursor of its own, on these rows
     */
    public LiveLookup(LiveRows rows, Optional<RowKey> probe, Optional<RowPairPredicate> condition, RowView cursor) {
        this.rows = rows;
        this.probe = probe;
        this.condition = condition;
        this.cursor = cursor;
    }

    @Override
    public void begin(RowView row, EvalContext evalContext) {
        event = row;
        context = evalContext;
        if (probe.isEmpty()) {
            next = rows.first();
        } else if (probe.get().read(row, evalContext)) {
            key = probe.get().value();
            next = rows.firstOf(key);
        } else {
            next = LiveRows.NONE;
        }
    }

    @Override
    public RowView next() {
        while (next != LiveRows.NONE) {
            rows.show(next, cursor);
            next = probe.isEmpty() ? rows.next(next) : rows.nextOf(key, next);
            if (condition.isEmpty() || condition.get().test(event, cursor, context)) {
                return cursor;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return probe.map(by -> "key " + by).orElse("all rows")
                + condition.map(rest -> " where " + rest).orElse("");
    }
}
