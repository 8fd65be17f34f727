package eventflux.core.run;

import eventflux.api.InputHandler;
import eventflux.api.event.RowAppender;

/** A way into a stream that the engine's own sources use. */
public interface RowInput extends InputHandler {

    /** A writer whose deliveries pass a gate. */
    RowAppender appender(Gate gate);

    /** Stands before deliveries. */
    @FunctionalInterface
    interface Gate {

        /** Runs the delivery, now or when it may; or throws. */
        void pass(Runnable delivery);
    }
}
