package eventflux.core.operator;

import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowRun;
import eventflux.core.state.RecordHolder;
import eventflux.core.state.RecordPart;
import eventflux.core.state.SnapshotReader;
import eventflux.core.time.TimerTarget;

/** Puts rows into a stream at times. Used by the thread that owns the application. */
public final class Trigger implements TimerTarget, RecordHolder {

    private final RecordPart record;
    private final KeyedTimer timer;
    private final LongCell begun;
    private final TriggerTimes times;
    private final RowBuilder row;
    private final StreamJunction stream;
    private final int order;
    private final RowRun run = new RowRun();

    /**
     * A trigger that has not begun.
     *
     * @param record what it remembers
     * @param state hands out cells of it
     * @param timing its alarm and when it fires
     * @param row writes rows of the stream: one column, the time
     * @param stream takes them
     */
    public Trigger(RecordPart record, StateFactory state, Timing timing, RowBuilder row, StreamJunction stream) {
        this.record = record;
        this.timer = timing.timer();
        this.times = timing.times();
        this.order = timing.order();
        this.begun = state.longCell("begun", 0);
        this.row = row;
        this.stream = stream;
        timer.target(this);
    }

    @Override
    public void begin(long now) {
        if (begun.get() != 0) {
            return;
        }
        begun.set(1);
        long first = times.first(now);
        if (first <= now) {
            fire(now);
            schedule(times.after(now));
        } else {
            schedule(first);
        }
    }

    @Override
    public void onAlarm(long deadline, int key) {
        if (timer.isDue(deadline, key)) {
            fire(deadline);
            schedule(times.after(deadline));
        }
    }

    private void schedule(long next) {
        if (next != TriggerTimes.NEVER) {
            timer.schedule(next);
        }
    }

    private void fire(long time) {
        try {
            row.begin(time, 0);
            row.putLong(0, time);
            row.commit();
            stream.receive(run.wrap(row.batch()));
        } finally {
            row.batch().clear();
        }
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public RecordPart record() {
        return record;
    }

    @Override
    public void restore(SnapshotReader in) {
        RecordHolder.super.restore(in);
        record.forEachRecord(timer::requeue);
    }

    /**
     * When a trigger fires.
     *
     * @param timer its alarm
     * @param times the times
     * @param order its place among those who have alarms
     */
    public record Timing(KeyedTimer timer, TriggerTimes times, int order) {}
}
