package eventflux.core.run;

import eventflux.api.TimeSource;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.eventtime.EventTime;
import eventflux.core.operator.eventtime.TimedStream;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.time.AppClock;

/**
 * The clock follows the watermarks of the streams that have one; their rows go on in the order of their times. Rows of other
 * streams go on as they come, at the time that it is then.
 */
final class EventDrive extends ClockDrive {

    private final TimeSource time;
    private final AppClock clock;
    private final EventTime events;

    EventDrive(Pipeline pipeline, TimeSource time) {
        super(pipeline);
        this.time = time;
        this.clock = pipeline.clock();
        this.events = pipeline.time().events().orElseThrow();
    }

    @Override
    void begin() {
        events.begin(time.millis());
        onWake();
    }

    @Override
    long timeOfArrival() {
        return clock.now() == Long.MIN_VALUE ? 0 : clock.now();
    }

    @Override
    void turn(StreamJunction junction, RowRun run) {
        TimedStream stream = events.find(junction);
        if (stream == null) {
            junction.receive(run);
            return;
        }
        long now = time.millis();
        onWake(now);
        stream.rowsCame(run.count(), now);
        long end = run.end();
        for (long at = run.begin(); at < end; ) {
            int length = RowLayout.length(at);
            stream.take(at, clock.now());
            release(events.watermark(now));
            at += length;
        }
    }

    @Override
    void step(Runnable action) {
        action.run();
    }

    // Streams that have been idle for too long are so before the row that wakes them up.
    @Override
    void onWake() {
        onWake(time.millis());
    }

    private void onWake(long now) {
        release(events.watermark(now));
    }

    @Override
    long nextWake() {
        return events.nextIdle(time.millis());
    }

    @Override
    void endOfInput() {
        release(events.latest());
    }

    // A stream that wakes up may be behind the clock: then rows go on up to where it stands.
    private void release(long watermark) {
        long until = Math.max(watermark, clock.now());
        if (until == EventTime.UNKNOWN) {
            return;
        }
        for (TimedStream next = events.next(until); next != null; next = events.next(until)) {
            clock.advanceTo(next.nextTime());
            beginPipeline();
            next.release();
        }
        clock.advanceTo(until);
        beginPipeline();
    }
}
