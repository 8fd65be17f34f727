package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/**
 * Rows that follow each other closely are one session: each is current when it comes, and all are expired together when
 * none came for a while. A row that lies further before its session than the gap belongs to one that is over, and is
 * dropped.
 */
final class SessionWindow implements Window {

    private final long gap;
    private final RowQueue kept;
    private final LongCell start;
    private final LongCell end;
    private final Timer timer;

    SessionWindow(WindowContext context) {
        this.gap = Grid.duration(context, "gap");
        this.kept = context.state().rowQueue("kept");
        this.start = context.state().longCell("start", 0);
        this.end = context.state().longCell("end", 0);
        this.timer = context.timer();
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        long time = row.timestamp();
        if (Math.max(now, time) >= end.get()) {
            close(out);
        }
        if (kept.isEmpty()) {
            start.set(time);
            end.set(time + gap);
        } else if (time < start.get() - gap) {
            return;
        } else {
            start.set(Math.min(start.get(), time));
            end.set(Math.max(end.get(), time + gap));
        }
        kept.append(row);
        out.current(row);
        if (!timer.isScheduled()) {
            timer.schedule(end.get());
        }
    }

    /** The timer may have been set before the session grew. */
    @Override
    public void onTimer(long now, WindowOutput out) {
        if (now >= end.get()) {
            close(out);
        } else if (!kept.isEmpty()) {
            timer.schedule(end.get());
        }
    }

    private void close(WindowOutput out) {
        BatchRelease.expireAll(kept, out);
        kept.clear();
    }
}
