package eventflux.core.run;

import eventflux.api.TimeSource;
import eventflux.core.operator.IdleSteps;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.time.AppClock;
import eventflux.core.time.TimerQueue;
import java.util.Optional;
import org.agrona.UnsafeApi;

/** The rows drive the clock: what is due before a row happens before it. Where that is said, it goes on without rows too. */
final class Playback extends ClockDrive {

    private final TimeSource time;
    private final AppClock clock;
    private final Optional<IdleSteps> idle;
    private final RowRun single = new RowRun();

    Playback(Pipeline pipeline, TimeSource time) {
        super(pipeline);
        this.time = time;
        this.clock = pipeline.clock();
        this.idle = pipeline.time().idle();
    }

    @Override
    void begin() {
        onWake();
    }

    @Override
    long timeOfArrival() {
        return clock.now() == Long.MIN_VALUE ? 0 : clock.now();
    }

    @Override
    void turn(StreamJunction junction, RowRun run) {
        if (idle.isPresent()) {
            idle.get().rowCame(time.millis());
        }
        if (pipeline().readsClock()) {
            turnByRow(junction, run);
            return;
        }
        junction.receive(run);
        for (long at = run.begin(); at < run.end(); at += RowLayout.length(at)) {
            clock.advanceTo(UnsafeApi.getLong(at + RowLayout.TIMESTAMP_OFFSET));
        }
    }

    private void turnByRow(StreamJunction junction, RowRun run) {
        long end = run.end();
        for (long at = run.begin(); at < end; ) {
            int length = RowLayout.length(at);
            clock.advanceTo(UnsafeApi.getLong(at + RowLayout.TIMESTAMP_OFFSET));
            beginPipeline();
            junction.receive(single.wrap(at, length, 1));
            at += length;
        }
    }

    @Override
    void step(Runnable action) {
        action.run();
    }

    @Override
    void onWake() {
        idle.ifPresent(steps -> {
            while (steps.takeStep(time.millis())) {
                beginPipeline();
                clock.advanceTo(clock.now() + steps.stepMillis());
            }
        });
    }

    @Override
    long nextWake() {
        return idle.isPresent() && idle.get().isRunning() ? idle.get().due().get() : TimerQueue.NEVER;
    }
}
