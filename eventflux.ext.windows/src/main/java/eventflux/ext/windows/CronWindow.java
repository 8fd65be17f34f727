package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.Arguments;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.Timer;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowMode;
import eventflux.api.spi.window.WindowOutput;
import eventflux.api.time.CronSchedule;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * Batches end by the calendar. When no row has come since the last end nothing is told, and the batch before stays. A row that comes
 * at the very end belongs to the next batch.
 */
final class CronWindow implements Window {

    private final CronSchedule schedule;
    private final LongCell end;
    private final Timer timer;
    private final BatchRelease release;

    CronWindow(WindowContext context) {
        this.schedule = CronSchedule.parse(context.arguments().getString("expression"), zone(context.arguments()));
        this.end = context.state().longCell("end", CronSchedule.NEVER);
        this.timer = context.timer();
        this.release = BatchRelease.atEnd(context);
    }

    private static ZoneId zone(Arguments arguments) {
        if (!arguments.has("zone")) {
            return ZoneId.systemDefault();
        }
        String zone = arguments.getString("zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + zone + "' is no time zone.", e);
        }
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        if (now >= end.get()) {
            tell(out);
        }
        if (release.size() == 0) {
            end.set(schedule.nextAfter(now));
            if (end.get() != CronSchedule.NEVER) {
                timer.schedule(end.get());
            }
        }
        release.add(row, out);
    }

    @Override
    public void onTimer(long now, WindowOutput out) {
        if (now >= end.get()) {
            tell(out);
        }
    }

    private void tell(WindowOutput out) {
        if (release.size() > 0) {
            release.close(out);
        }
        end.set(CronSchedule.NEVER);
    }

    @Override
    public WindowMode mode() {
        return release.mode();
    }
}
