package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.EntryMap;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowOutput;

/**
 * Rows of a key that follow each other closely are one session: each is current when it comes, and all are expired together when
 * none came for a while. With a latency a session that is over stays for that long, and rows that come late join it; when they
 * close the gap to the session after it, the two become one. A row that belongs to no session that is there, because it lies too
 * far before it, is dropped.
 *
 * <p>Keys are in the order of the times at which something of them is due.
 */
final class SessionWindow implements Window {

    private final long latency;
    private final EntryMap keys;
    private final Session open;
    private final Session over;
    private final LongCell due;
    private final Timer timer;
    private final boolean expiresInOrder;

    SessionWindow(WindowContext context) {
        long gap = Grid.duration(context, "gap");
        this.latency = context.arguments().getMillis("latency");
        if (latency < 0 || latency >= gap) {
            throw new IllegalArgumentException("The latency of the window has to be shorter than its gap of " + gap
                    + " ms, and is " + latency + " ms.");
        }
        this.keys = context.state().entryMap("keys", Key.columns(context));
        this.open = new Session(keys.entry(), "open", gap);
        this.over = new Session(keys.entry(), "over", gap);
        this.due = keys.entry().longCell("due", Session.NEVER);
        this.timer = context.timer();
        this.expiresInOrder = latency == 0 && Key.columns(context).isEmpty();
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        closeDue(now, out);
        if (!keys.select(row)) {
            keys.add(row);
        }
        if (row.timestamp() >= open.end()) {
            endOpen(out);
        }
        if (place(row)) {
            out.current(row);
        }
        settle();
        setTimer();
    }

    @Override
    public void onTimer(long now, WindowOutput out) {
        closeDue(now, out);
        setTimer();
    }

    private void closeDue(long now, WindowOutput out) {
        while (keys.selectFirst() && due.get() <= now) {
            if (overDue() <= now) {
                over.expire(out);
            }
            if (open.end() <= now) {
                endOpen(out);
            }
            settle();
        }
    }

    private long overDue() {
        return over.isEmpty() ? Session.NEVER : over.end() + latency;
    }

    private void endOpen(WindowOutput out) {
        over.expire(out);
        if (latency == 0) {
            open.expire(out);
        } else {
            over.merge(open);
        }
    }

    /** Lets a row join the session that it belongs to; answers whether there is one. */
    private boolean place(Row row) {
        boolean isLate = row.timestamp() < over.end() && !over.isEmpty();
        if (open.isEmpty() && !isLate || !open.isEmpty() && open.isReachedFrom(row.timestamp())) {
            open.add(row);
        } else if (isLate && over.isReachedFrom(row.timestamp())) {
            over.add(row);
        } else {
            return false;
        }
        if (over.touches(open)) {
            over.merge(open);
            open.merge(over);
        }
        return true;
    }

    /** Puts the key that is selected where its next time belongs, or forgets it. */
    private void settle() {
        if (open.isEmpty() && over.isEmpty()) {
            keys.remove();
            return;
        }
        long next = Math.min(open.end(), overDue());
        if (next != due.get()) {
            due.set(next);
            keys.placeBy(due);
        }
    }

    private void setTimer() {
        if (keys.selectFirst()) {
            timer.schedule(due.get());
        }
    }

    @Override
    public boolean expiresInOrder() {
        return expiresInOrder;
    }
}
