package eventflux.core.operator.output;

import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowView;
import java.util.List;

/** Holds the last row of each group, in the order in which the groups came. */
public final class HoldLast implements Holding {

    private final EntryMap groups;
    private final RowQueue last;

    /** Keeps them in {@code state}; rows that are equal in the columns are a group. */
    public HoldLast(StateFactory state, List<Integer> columns) {
        groups = state.entryMap("groups", columns);
        last = groups.entry().rowQueue("last");
    }

    @Override
    public void take(RowView row) {
        if (!groups.select(row)) {
            groups.add(row);
        }
        last.clear();
        last.append(row);
    }

    @Override
    public void release(RowBatch out) {
        for (boolean more = groups.selectFirst(); more; more = groups.selectNext()) {
            RowView row = (RowView) last.first();
            out.append(row.address());
        }
        groups.clear();
    }

    @Override
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    @Override
    public String toString() {
        return "last of each group";
    }
}
