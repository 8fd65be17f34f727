package eventflux.core.operator.output;

import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongCell;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import java.util.List;

/** Lets the first of every so many rows of a group pass, at once. Used by the thread that owns the application. */
public final class FirstOfEvents implements RunReceiver {

    private final RateParts parts;
    private final long events;
    private final EntryMap groups;
    private final LongCell seen;
    private final RowBatch out;
    private final RowRun run = new RowRun();

    /** The first of every {@code events}; rows that are equal in the columns are a group. */
    public FirstOfEvents(RateParts parts, List<Integer> columns, long events) {
        this.parts = parts;
        this.events = events;
        this.groups = parts.state().entryMap("groups", columns);
        this.seen = groups.entry().longCell("seen", 0);
        this.out = new RowBatch(parts.layout());
    }

    @Override
    public void receive(RowRun step) {
        try {
            RowView row = parts.row();
            for (long at = step.begin(); at < step.end(); at += row.length()) {
                row.wrap(at);
                if (isFirst(row)) {
                    out.append(row.address());
                }
            }
            if (!out.isEmpty()) {
                parts.next().receive(run.wrap(out));
            }
        } finally {
            out.clear();
        }
    }

    // A group is forgotten with the last of its rows that are left out.
    private boolean isFirst(RowView row) {
        boolean isFirst = !groups.select(row);
        if (isFirst) {
            groups.add(row);
        }
        seen.set(seen.get() + 1);
        if (seen.get() >= events) {
            groups.remove();
        }
        return isFirst;
    }

    @Override
    public String toString() {
        return "output first of each group every " + events + " events, state "
                + parts.record().id() + "\n" + parts.next();
    }
}
