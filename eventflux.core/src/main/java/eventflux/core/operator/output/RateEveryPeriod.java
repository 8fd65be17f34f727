package eventflux.core.operator.output;

import eventflux.api.spi.state.LongCell;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.RunReceiver;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.state.SnapshotReader;
import eventflux.core.state.SnapshotWriter;
import eventflux.core.state.Stateful;
import eventflux.core.time.TimerTarget;
import java.util.BitSet;

/**
 * Lets what is held out at every tick. Ticks are counted from the time when the application began, or a partition; while nothing
 * is held there is no alarm. What a window lets go at the time of a tick goes out with that tick; a row that arrives then comes
 * behind it. Used by the thread that owns the application.
 */
public final class RateEveryPeriod implements RunReceiver, TimerTarget, Stateful {

    private static final long NOT_YET = Long.MIN_VALUE;

    private final RateParts parts;
    private final Holding holding;
    private final long period;
    private final int order;
    private final KeyedTimer timer;
    private final LongCell beginning;
    private final LongCell lastTick;
    private final RowBatch out;
    private final RowRun run = new RowRun();

    /**
     * Ticks every so many milliseconds.
     *
     * @param order its place among the targets of timers
     */
    public RateEveryPeriod(RateParts parts, Holding holding, long period, KeyedTimer timer, int order) {
        this.parts = parts;
        this.holding = holding;
        this.period = period;
        this.timer = timer;
        this.order = order;
        this.beginning = parts.state().longCell("beginning", NOT_YET);
        this.lastTick = parts.state().longCell("last.tick", NOT_YET);
        this.out = new RowBatch(parts.layout());
        timer.target(this);
    }

    /** Ticks count from now on; those of a part begin with its first row, whenever the application begins or goes on. */
    @Override
    public void begin(long now) {
        if (!parts.isInPartition()) {
            parts.record().forEachRecord(() -> beginIfNew(now));
        }
    }

    private void beginIfNew(long now) {
        if (beginning.get() == NOT_YET) {
            beginning.set(now);
        }
    }

    @Override
    public void receive(RowRun step) {
        beginIfNew(parts.clock().now());
        RowView row = parts.row();
        for (long at = step.begin(); at < step.end(); at += row.length()) {
            row.wrap(at);
            holding.take(row);
        }
        remind();
    }

    private void remind() {
        if (!timer.isScheduled() && !holding.isEmpty()) {
            timer.schedule(nextTick(parts.clock().now()));
        }
    }

    private long nextTick(long now) {
        long start = beginning.get();
        long tick = start + Math.floorDiv(now - start, period) * period;
        boolean isStillToCome = tick == now && now > start && parts.clock().isFiring() && lastTick.get() < now;
        return isStillToCome ? tick : tick + period;
    }

    @Override
    public void onAlarm(long deadline, int key) {
        if (timer.isDue(deadline, key) && !holding.isEmpty()) {
            lastTick.set(deadline);
            try {
                holding.release(out);
                parts.next().receive(run.wrap(out));
            } finally {
                out.clear();
            }
            remind();
        }
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public String id() {
        return parts.record().id();
    }

    @Override
    public void save(SnapshotWriter to) {
        parts.record().save(to);
    }

    @Override
    public void restore(SnapshotReader from) {
        parts.record().restore(from);
        parts.record().forEachRecord(timer::requeue);
    }

    @Override
    public void mark(BitSet symbols) {
        parts.record().mark(symbols);
    }

    @Override
    public String toString() {
        return "output " + holding + " every " + period + " ms, state " + id() + "\n" + parts.next();
    }
}
