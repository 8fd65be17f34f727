package eventflux.core.operator;

import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.Timer;
import eventflux.core.state.RecordStore;
import eventflux.core.time.TimerQueue;
import eventflux.core.time.TimerTarget;

/**
 * A window's alarm: the deadline is a cell of the record, the queue only reminds. A deadline moved to later is not
 * queued again before the earlier reminder has come. The slot of the present key is the key in the queue. Used by the
 * thread that owns the application.
 */
public final class KeyedTimer implements Timer {

    private final TimerQueue queue;
    private final RecordStore records;
    private final LongCell deadline;
    private final LongCell queued;
    // Written once, before the first row.
    private TimerTarget target;

    /** An alarm whose deadline is kept in {@code state}, which hands out cells of {@code records}. */
    public KeyedTimer(TimerQueue queue, RecordStore records, StateFactory state) {
        this.queue = queue;
        this.records = records;
        this.deadline = state.longCell("@timer", TimerQueue.NEVER);
        this.queued = state.longCell("@timer.queued", TimerQueue.NEVER);
    }

    /** Says whom it wakes; before the first row. */
    public void target(TimerTarget owner) {
        target = owner;
    }

    @Override
    public void schedule(long atMillis) {
        deadline.set(atMillis);
        remind();
    }

    @Override
    public void cancel() {
        deadline.set(TimerQueue.NEVER);
    }

    @Override
    public boolean isScheduled() {
        return deadline.get() != TimerQueue.NEVER;
    }

    /** A reminder has come for a key: selects its record and answers whether the alarm is due, and clears it then. */
    public boolean isDue(long reminder, int key) {
        if (!records.isUsed(key)) {
            return false;
        }
        records.select(key);
        if (reminder != queued.get()) {
            return false;
        }
        queued.set(TimerQueue.NEVER);
        long due = deadline.get();
        if (due > reminder) {
            remind();
            return false;
        }
        deadline.set(TimerQueue.NEVER);
        return true;
    }

    /** Queues the deadline of the record that is selected anew, after a restore. */
    public void requeue() {
        queued.set(TimerQueue.NEVER);
        remind();
    }

    private void remind() {
        long due = deadline.get();
        if (due < queued.get()) {
            queued.set(due);
            queue.add(due, target, records.selected());
        }
    }
}
