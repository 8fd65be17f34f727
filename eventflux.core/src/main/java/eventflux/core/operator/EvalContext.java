package eventflux.core.operator;

import eventflux.api.spi.function.FunctionContext;

/** What compiled code may ask beside its row. One an application; written by the thread that owns it. */
public final class EvalContext implements FunctionContext {

    private long now;
    private long eventTimestamp;

    /** Moves the application's time. */
    public void now(long millis) {
        now = millis;
    }

    /** Says which row a function is called for; answers this context, to be handed to it. */
    public FunctionContext at(long timestamp) {
        eventTimestamp = timestamp;
        return this;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long eventTimestamp() {
        return eventTimestamp;
    }
}
