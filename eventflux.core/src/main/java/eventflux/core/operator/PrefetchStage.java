package eventflux.core.operator;

import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.RunCursor;

/** Loads the groups of the rows of a run before a query takes the first of them. */
public final class PrefetchStage implements Stage {

    private final KeyedGroups groups;
    private final LongKey key;
    private final RowView row;
    private final EvalContext context;
    private final KeyPrefetch prefetch;
    private final Stage next;

    /**
     * In front of a query.
     *
     * @param groups that the rows will be counted into
     * @param key a column, of rows as they come into the query
     * @param row a cursor on such rows
     * @param context for the key
     * @param next the query's first stage
     */
    public PrefetchStage(KeyedGroups groups, LongKey key, RowView row, EvalContext context, Stage next) {
        this.groups = groups;
        this.key = key;
        this.row = row;
        this.context = context;
        this.prefetch = new KeyPrefetch(groups.records());
        this.next = next;
    }

    @Override
    public void current(RowView current) {
        next.current(current);
    }

    @Override
    public void allCurrent(RunCursor rows) {
        if (prefetch.begin(rows.count())) {
            load(rows);
        }
        next.allCurrent(rows);
    }

    private void load(RunCursor rows) {
        boolean hasRoom = true;
        for (long at = rows.rest(); hasRoom && at < rows.end(); at += RowLayout.length(at, rows.pitch())) {
            row.wrap(at);
            hasRoom = prefetch.add(key.isNull(row, context) ? KeyIndex.ABSENT : groups.slotOf(key.key(row, context)));
        }
        prefetch.load();
    }

    @Override
    public void expired(RowView expired) {
        next.expired(expired);
    }

    @Override
    public void held(RowView held) {
        next.held(held);
    }

    @Override
    public void released(RowView released) {
        next.released(released);
    }

    @Override
    public void forgotten(RowView forgotten) {
        next.forgotten(forgotten);
    }

    @Override
    public boolean takesExpired() {
        return next.takesExpired();
    }

    @Override
    public void reset() {
        next.reset();
    }

    @Override
    public void endStep() {
        next.endStep();
    }

    @Override
    public String toString() {
        return next.toString();
    }
}
