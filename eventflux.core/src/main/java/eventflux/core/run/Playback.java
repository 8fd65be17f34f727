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
import org.agrona.concurrent.UnsafeBuffer;

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
        UnsafeBuffer buffer = run.buffer();
        if (pipeline().readsClock()) {
            turnByRow(junction, run);
            return;
        }
        junction.receive(run);
        for (int at = run.offset(); at < run.end(); at += buffer.getInt(at + RowLayout.LENGTH_OFFSET)) {
            clock.advanceTo(buffer.getLong(at + RowLayout.TIMESTAMP_OFFSET));
        }
    }

    private void turnByRow(StreamJunction junction, RowRun run) {
        UnsafeBuffer buffer = run.buffer();
        int end = run.end();
        for (int at = run.offset(); at < end; ) {
            int length = buffer.getInt(at + RowLayout.LENGTH_OFFSET);
            clock.advanceTo(buffer.getLong(at + RowLayout.TIMESTAMP_OFFSET));
            beginPipeline();
            junction.receive(single.wrap(buffer, at, length, 1));
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
