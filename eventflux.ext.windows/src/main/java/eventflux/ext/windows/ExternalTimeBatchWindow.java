package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;

/**
 * Batches end a fixed time apart, by a column: the first row at or after the end ends the batch. A row whose time lies
 * before the open batch joins it, since batches that were told are over.
 *
 * <p>With a timeout no row waits longer than that, by the application's clock: the batch is told early, and told again
 * with the rows that still come to it. At will rows say the end of their batch in place of their own time.
 */
final class ExternalTimeBatchWindow implements Window {

    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final long NONE = Long.MAX_VALUE;

    private final TimeColumn time;
    private final long period;
    private final BatchStart start;
    private final long timeout;
    private final LongCell end;
    private final LongCell isToldEarly;
    private final LongCell deadline;
    private final Timer timer;
    private final BatchRelease release;

    /** What holds the open batch. */
    interface OpenRows {

        /** Every row. */
        OpenRows ALL = (own, copy) -> KeptRows.all(own.state(), "open", copy);

        /** Rows that are put into their queue as {@code copy} says. */
        KeptRows create(WindowContext context, RowCopy copy);
    }

    ExternalTimeBatchWindow(WindowContext context, OpenRows openRows) {
        this.time = TimeColumn.of(context, "time");
        this.period = Grid.duration(context, "period");
        this.start = BatchStart.of(context, time);
        this.timeout = context.arguments().has("timeout") ? Grid.duration(context, "timeout") : NONE;
        this.end = context.state().longCell("end", UNKNOWN);
        this.isToldEarly = context.state().longCell("isToldEarly", 0);
        this.deadline = context.state().longCell("deadline", NONE);
        this.timer = context.timer();
        boolean isStamped = context.arguments().getBoolean("replaceWithBatchTime");
        boolean isToldOnceAsItCame = timeout == NONE && !isStamped && openRows == OpenRows.ALL;
        this.release = isToldOnceAsItCame
                ? BatchRelease.atEnd(context)
                : heldRows(
                        context,
                        openRows.create(context, isStamped ? RowCopy.stamped(time.index(), end) : RowQueue::append));
    }

    private WholeBatches heldRows(WindowContext context, KeptRows open) {
        return timeout == NONE ? WholeBatches.of(context, open) : WholeBatches.keepingLast(context, open);
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        long rowTime = time.of(row);
        if (end.get() == UNKNOWN) {
            end.set(Grid.pointAfter(rowTime, start.of(row), period));
        }
        if (now >= deadline.get()) {
            tell(out);
            isToldEarly.set(1);
        }
        if (rowTime >= end.get()) {
            tell(out);
            isToldEarly.set(0);
            end.set(Grid.pointAfter(rowTime, end.get(), period));
        }
        release.add(row, out);
        setDeadline(now);
    }

    @Override
    public void onTimer(long now, WindowOutput out) {
        if (now >= deadline.get()) {
            tell(out);
            isToldEarly.set(1);
        }
    }

    /** Tells of the open batch, for the first time or again. */
    private void tell(WindowOutput out) {
        deadline.set(NONE);
        timer.cancel();
        if (release.size() == 0) {
            return;
        }
        if (isToldEarly.get() == 1) {
            release.amend(out);
        } else {
            release.close(out);
        }
    }

    private void setDeadline(long now) {
        if (timeout != NONE && deadline.get() == NONE) {
            deadline.set(now + timeout);
            timer.schedule(now + timeout);
        }
    }

    @Override
    public boolean readsTime() {
        return timeout != NONE;
    }

    @Override
    public WindowMode mode() {
        return release.mode();
    }
}
