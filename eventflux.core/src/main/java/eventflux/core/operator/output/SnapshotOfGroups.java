package eventflux.core.operator.output;

import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowView;
import java.util.List;

/**
 * Shows of each group the row that changed it last, in the order in which the groups came: what is selected is the same for all
 * rows of a group, or there is no window whose rows could be shown. A group ends with its rows.
 */
public final class SnapshotOfGroups implements Holding {

    private final EntryMap groups;
    private final RowQueue last;
    private final LongCell rows;
    private final boolean endsWithRows;

    /**
     * Keeps them in {@code state}.
     *
     * @param columns rows that are equal in them are a group
     * @param endsWithRows whether a group without rows is not shown any more
     */
    public SnapshotOfGroups(StateFactory state, List<Integer> columns, boolean endsWithRows) {
        groups = state.entryMap("groups", columns);
        last = groups.entry().rowQueue("last");
        rows = groups.entry().longCell("rows", 0);
        this.endsWithRows = endsWithRows;
    }

    @Override
    public void take(RowView row) {
        if (!groups.select(row)) {
            groups.add(row);
        }
        long remaining = rows.get() + (RowFlags.isExpired(row) ? -1 : 1);
        rows.set(remaining);
        if (endsWithRows && remaining <= 0) {
            groups.remove();
        } else {
            last.clear();
            last.append(row);
        }
    }

    @Override
    public void release(RowBatch out) {
        for (boolean more = groups.selectFirst(); more; more = groups.selectNext()) {
            RowView row = (RowView) last.first();
            RowFlags.appendAsCurrent(row, out);
        }
    }

    @Override
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    @Override
    public String toString() {
        return "snapshot of groups";
    }
}
