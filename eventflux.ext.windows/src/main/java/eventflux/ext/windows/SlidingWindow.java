package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/**
 * Rows come and go one by one: first those go that are due, then those that the arriving row pushes out, then it comes.
 */
final class SlidingWindow implements Window {

    private final KeptRows kept;
    private final Timer timer;
    private final Retention retention;
    private final SlidingRelease release;
    private final boolean isTimed;

    SlidingWindow(WindowContext context, Retention retention, SlidingRelease release) {
        this(context, KeptRows.all(context.state(), "kept"), retention, release);
    }

    SlidingWindow(WindowContext context, KeptRows kept, Retention retention, SlidingRelease release) {
        this.kept = kept;
        this.timer = context.timer();
        this.retention = retention;
        this.release = release;
        this.isTimed = retention.readsTime();
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        long arrival = retention.arrival(row);
        if (isTimed) {
            departDue(now, out);
        }
        makeRoom(row, arrival, now, out);
        kept.add(row);
        release.arrive(row, out);
        if (isTimed) {
            setTimer();
        }
    }

    @Override
    public void onTimer(long now, WindowOutput out) {
        departDue(now, out);
        setTimer();
    }

    @Override
    public boolean expiresInOrder() {
        return kept.leavesInOrder();
    }

    @Override
    public boolean readsTime() {
        return isTimed;
    }

    private void makeRoom(Row row, long arrival, long now, WindowOutput out) {
        if (kept.makePlace(row, release, out)) {
            departEarly(now, out);
        }
        while (retention.isPushedOut(kept, arrival)) {
            retention.pushOut(kept.oldest(), arrival, release, out);
            kept.removeOldest();
            departEarly(now, out);
        }
    }

    // The timer may be set for the row that has just left early; another may be due before.
    private void departEarly(long now, WindowOutput out) {
        if (isTimed) {
            timer.cancel();
            departDue(now, out);
        }
    }

    private void departDue(long now, WindowOutput out) {
        for (Row oldest = kept.oldest(); oldest != null && retention.dueAt(oldest) <= now; oldest = kept.oldest()) {
            release.depart(oldest, out);
            kept.removeOldest();
        }
    }

    /**
     * A timer set for a row that has left goes off too early and is set anew then: cheaper than moving it each time.
     */
    private void setTimer() {
        if (timer.isScheduled()) {
            return;
        }
        Row oldest = kept.oldest();
        long due = oldest == null ? Retention.NEVER : retention.dueAt(oldest);
        if (due != Retention.NEVER) {
            timer.schedule(due);
        }
    }
}
