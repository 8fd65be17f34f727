package eventflux.core.run;

import eventflux.api.TimeSource;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowRun;
import eventflux.core.time.TimerQueue;

/** The clock shows the engine's time. */
final class WallClock extends ClockDrive {

    private final TimeSource time;
    private final TimerQueue timers;
    private final boolean isRead;

    WallClock(Pipeline pipeline, TimeSource time) {
        super(pipeline);
        this.time = time;
        this.timers = pipeline.clock().timers();
        this.isRead = pipeline.readsClock();
    }

    @Override
    void begin() {
        onWake();
        beginPipeline();
    }

    @Override
    long timeOfArrival() {
        return time.millis();
    }

    @Override
    void turn(StreamJunction junction, RowRun run) {
        if (isRead) {
            onWake();
        }
        junction.receive(run);
    }

    @Override
    void step(Runnable action) {
        if (isRead) {
            onWake();
        }
        action.run();
    }

    @Override
    void onWake() {
        pipeline().clock().advanceTo(time.millis());
    }

    @Override
    long nextWake() {
        return timers.next();
    }
}
