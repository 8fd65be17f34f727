package eventflux.core.operator.aggregation;

import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.state.RecordHolder;
import eventflux.core.state.RecordPart;
import eventflux.core.state.SnapshotReader;
import eventflux.core.time.TimerTarget;

/**
 * Writes the buckets of an aggregation that have changed, and forgets old ones, at regular times. Used by the
 * thread that owns the application.
 */
public final class BucketPurge implements TimerTarget, RecordHolder {

    private final Aggregation aggregation;
    private final RecordPart record;
    private final KeyedTimer timer;
    private final LongCell begun;
    private final Keeping keeping;
    private final int order;

    /**
     * A purge that has not begun.
     *
     * @param aggregation whose buckets go
     * @param record what the purge remembers
     * @param state hands out cells of it
     * @param timer its alarm
     * @param order its place among those who have alarms
     * @param keeping what goes when
     */
    public BucketPurge(
            Aggregation aggregation,
            RecordPart record,
            StateFactory state,
            KeyedTimer timer,
            int order,
            Keeping keeping) {
        this.aggregation = aggregation;
        this.record = record;
        this.timer = timer;
        this.begun = state.longCell("begun", 0);
        this.order = order;
        this.keeping = keeping;
        timer.target(this);
    }

    /**
     * How long buckets are kept.
     *
     * @param intervalMillis how often old ones are looked for
     * @param millis for each period how long they are kept after their end; {@link #FOR_EVER} for ever
     */
    public record Keeping(long intervalMillis, long[] millis) {
        /** Buckets of the period stay. */
        public static final long FOR_EVER = Long.MAX_VALUE;
    }

    @Override
    public void begin(long now) {
        if (begun.get() == 0) {
            begun.set(1);
            timer.schedule(now + keeping.intervalMillis());
        }
    }

    @Override
    public void onAlarm(long deadline, int key) {
        if (!timer.isDue(deadline, key)) {
            return;
        }
        aggregation.write();
        long[] millis = keeping.millis();
        for (int period = 0; period < millis.length; period++) {
            if (millis[period] != Keeping.FOR_EVER) {
                aggregation.forgetBefore(period, deadline - millis[period]);
            }
        }
        aggregation.trim();
        timer.schedule(deadline + keeping.intervalMillis());
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
}
