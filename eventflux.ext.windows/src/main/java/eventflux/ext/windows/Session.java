package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.window.WindowOutput;

/** Rows that follow each other closely, with the time of the first and the time at which the session is over. */
final class Session {

    /** A time that does not come. */
    static final long NEVER = Long.MAX_VALUE;

    private final RowQueue rows;
    private final LongCell start;
    private final LongCell end;
    private final long gap;

    Session(StateFactory state, String name, long gap) {
        this.rows = state.rowQueue(name);
        this.start = state.longCell(name + ".start", 0);
        this.end = state.longCell(name + ".end", NEVER);
        this.gap = gap;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** When it is over unless another row comes; never without rows. */
    long end() {
        return end.get();
    }

    /** Whether a row of this time lies not too far before it. */
    boolean isReachedFrom(long time) {
        return time >= start.get() - gap;
    }

    /** Takes a row that belongs to it. */
    void add(Row row) {
        long time = row.timestamp();
        start.set(isEmpty() ? time : Math.min(start.get(), time));
        end.set(isEmpty() ? time + gap : Math.max(end.get(), time + gap));
        rows.append(row);
    }

    /** Whether nothing separates it from a later one. */
    boolean touches(Session later) {
        return !isEmpty() && !later.isEmpty() && end.get() > later.start.get();
    }

    /** Takes all rows of another behind its own and is as long as both. */
    void merge(Session other) {
        start.set(isEmpty() ? other.start.get() : Math.min(start.get(), other.start.get()));
        end.set(isEmpty() ? other.end.get() : Math.max(end.get(), other.end.get()));
        rows.appendAll(other.rows);
        other.end.set(NEVER);
    }

    /** All its rows leave. */
    void expire(WindowOutput out) {
        BatchRelease.expireAll(rows, out);
        rows.clear();
        end.set(NEVER);
    }
}
