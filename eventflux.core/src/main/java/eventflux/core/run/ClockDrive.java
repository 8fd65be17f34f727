package eventflux.core.run;

import eventflux.core.operator.Pipeline;
import eventflux.core.operator.StreamJunction;
import eventflux.core.row.RowRun;

/**
 * What moves the clock of a pipeline, and how rows and deadlines take turns. Used by the thread that owns the application.
 */
abstract class ClockDrive {

    private final Pipeline pipeline;
    private boolean isBegun;
    private boolean isOver;

    ClockDrive(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    final Pipeline pipeline() {
        return pipeline;
    }

    /** Senders are let in. */
    abstract void begin();

    /** The time that rows take that bring none. */
    abstract long timeOfArrival();

    /** Processes rows of a stream. */
    abstract void turn(StreamJunction junction, RowRun run);

    /** Does something at the present time that may put rows into streams. */
    abstract void step(Runnable action);

    /** The time of the engine has moved on. */
    abstract void onWake();

    /** When the engine's time has to move this clock, {@link eventflux.core.time.TimerQueue#NEVER} when it has not. */
    abstract long nextWake();

    /** No row will come any more. */
    void endOfInput() {}

    /** The pipeline is let go. */
    final void end() {
        isOver = true;
    }

    /** The application's time is known now. */
    final void beginPipeline() {
        // A callback may have stopped the application within the run that began it.
        if (!isBegun && !isOver) {
            isBegun = true;
            pipeline.begin();
        }
    }
}
