package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;

/**
 * Batches end a fixed time apart, by the application's clock. A row that comes at the very end belongs to the next
 * batch. While there is nothing to tell of, no timer is set; the ends stay where they would have been.
 *
 * <p>A batch may also end because it is full; where no start is given, the time of the next one begins then.
 */
final class TimeBatchWindow implements Window {

    private static final long UNKNOWN = Long.MIN_VALUE;

    private final long period;
    private final boolean isAligned;
    private final long start;
    private final LongCell end;
    private final Timer timer;
    private final BatchRelease release;
    private final int length;

    /**
     * A window of batches.
     *
     * @param context of the call, which may have a {@code start}
     * @param period from one end to the next, milliseconds
     * @param release what is told of a batch
     */
    TimeBatchWindow(WindowContext context, long period, BatchRelease release) {
        this(context, period, release, Integer.MAX_VALUE);
    }

    /**
     * A window of batches that end when they are full, too.
     *
     * @param context of the call, which may have a {@code start}
     * @param period from one end to the next, milliseconds
     * @param release what is told of a batch
     * @param length how many rows fill a batch
     */
    TimeBatchWindow(WindowContext context, long period, BatchRelease release, int length) {
        this.length = length;
        this.period = period;
        this.isAligned = context.arguments().has("start");
        this.start = isAligned ? context.arguments().getMillis("start") : 0;
        this.end = context.state().longCell("end", UNKNOWN);
        this.timer = context.timer();
        this.release = release;
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (end.get() == UNKNOWN) {
            end.set(isAligned ? Grid.pointAfter(now, start, period) : now + period);
        }
        closeEnded(now, out);
        release.add(row, out);
        if (release.size() >= length) {
            closeFull(now, out);
        }
        if (!timer.isScheduled()) {
            timer.schedule(end.get());
        }
    }

    @Override
    public void onTimer(long now, WindowOutput out) {
        closeEnded(now, out);
        if (!release.isIdle()) {
            timer.schedule(end.get());
        }
    }

    private void closeFull(long now, WindowOutput out) {
        release.close(out);
        if (!isAligned) {
            end.set(now + period);
            timer.cancel();
        }
    }

    private void closeEnded(long now, WindowOutput out) {
        while (now >= end.get() && !release.isIdle()) {
            release.endAt(end.get());
            release.close(out);
            end.set(end.get() + period);
        }
        if (now >= end.get()) {
            end.set(Grid.pointAfter(now, end.get(), period));
        }
    }

    @Override
    public WindowMode mode() {
        return release.mode();
    }
}
