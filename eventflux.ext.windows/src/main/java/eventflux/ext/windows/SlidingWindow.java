package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/**
 * Rows come and go one by one: first those go that are due, then those that the arriving row pushes out, then it comes.
 */
final class SlidingWindow implements Window {

    private final RowQueue kept;
    private final Timer timer;
    private final Retention retention;
    private final SlidingRelease release;

    SlidingWindow(WindowContext context, Retention retention, SlidingRelease release) {
        this.kept = context.state().rowQueue("kept");
        this.timer = context.timer();
        this.retention = retention;
        this.release = release;
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        retention.check(row);
        makeRoom(row, now, out);
        kept.append(row);
        release.arrive(row, out);
        setTimer();
    }

    @Override
    public void onTimer(long now, WindowOutput out) {
        departDue(now, out);
        setTimer();
    }

    @Override
    public boolean readsTime() {
        return retention.readsTime();
    }

    private void makeRoom(Row row, long now, WindowOutput out) {
        while (!kept.isEmpty()) {
            if (retention.dueAt(kept.first()) > now) {
                if (!retention.isPushedOut(kept, row)) {
                    return;
                }
                timer.cancel(); // it is set for the row that leaves early; the one behind may be due before
            }
            departFirst(out);
        }
    }

    private void departDue(long now, WindowOutput out) {
        while (!kept.isEmpty() && retention.dueAt(kept.first()) <= now) {
            departFirst(out);
        }
    }

    private void departFirst(WindowOutput out) {
        release.depart(kept.first(), out);
        kept.removeFirst();
    }

    /**
     * A timer set for a row that has left goes off too early and is set anew then: cheaper than moving it each time.
     */
    private void setTimer() {
        if (kept.isEmpty() || timer.isScheduled()) {
            return;
        }
        long due = retention.dueAt(kept.first());
        if (due != Retention.NEVER) {
            timer.schedule(due);
        }
    }
}
