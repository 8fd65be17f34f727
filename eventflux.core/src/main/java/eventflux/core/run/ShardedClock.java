package eventflux.core.run;

import eventflux.api.TimeSource;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowRun;

/** The clock shows the engine's time, and so do those of the shards: the earliest deadline of all comes first. */
final class ShardedClock extends ClockDrive {

    private final TimeSource time;
    private final Shards shards;

    ShardedClock(Pipeline pipeline, TimeSource time, Shards shards) {
        super(pipeline);
        this.time = time;
        this.shards = shards;
    }

    @Override
    void begin() {
        onWake();
        beginPipeline();
        shards.handOn();
    }

    @Override
    long timeOfArrival() {
        return time.millis();
    }

    @Override
    void turn(StreamJunction junction, RowRun run) {
        onWake();
        junction.receive(run);
    }

    @Override
    void step(Runnable action) {
        onWake();
        action.run();
    }

    @Override
    void onWake() {
        long now = time.millis();
        for (long next = shards.nextDeadline(); next <= now; next = shards.nextDeadline()) {
            pipeline().clock().advanceTo(next);
            shards.fire(next);
        }
        pipeline().clock().advanceTo(now);
    }

    @Override
    long nextWake() {
        return Math.min(pipeline().clock().timers().next(), shards.nextDeadline());
    }
}
