package eventflux.core.operator.output;

import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongCell;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import java.util.List;

/**
 * Lets a row pass at once and then none of its group until a time has gone by. Groups whose time is over are forgotten bit by
 * bit. Used by the thread that owns the application.
 */
public final class FirstOfPeriod implements RunReceiver {

    private static final int FORGOTTEN_AT_ONCE = 2;

    private final RateParts parts;
    private final long period;
    private final EntryMap groups;
    private final LongCell silentUntil;
    private final RowBatch out;
    private final RowRun run = new RowRun();

    /** One in {@code period} milliseconds; rows that are equal in the columns are a group. */
    public FirstOfPeriod(RateParts parts, List<Integer> columns, long period) {
        this.parts = parts;
        this.period = period;
        this.groups = parts.state().entryMap("groups", columns);
        this.silentUntil = groups.entry().longCell("silent.until", Long.MIN_VALUE);
        this.out = new RowBatch(parts.layout());
    }

    @Override
    public void receive(RowRun step) {
        long now = parts.clock().now();
        try {
            RowView row = parts.row();
            for (long at = step.begin(); at < step.end(); at += row.length()) {
                row.wrap(at);
                forget(now);
                if (!groups.select(row)) {
                    groups.add(row);
                    silentUntil.set(now + period);
                    out.append(row.address());
                } else if (silentUntil.get() <= now) {
                    silentUntil.set(now + period);
                    groups.moveToLast();
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

    // Entries stand in the order of their times: the first are those that are over.
    private void forget(long now) {
        for (int i = 0; i < FORGOTTEN_AT_ONCE; i++) {
            if (!groups.selectFirst() || silentUntil.get() > now) {
                return;
            }
            groups.remove();
        }
    }

    @Override
    public String toString() {
        return "output first of each group every " + period + " ms, state "
                + parts.record().id() + "\n" + parts.next();
    }
}
