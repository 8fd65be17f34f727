package eventflux.testkit.state;

import eventflux.api.spi.state.Timer;

/** One alarm for each key. */
final class KeyedTimer extends Keyed<Long> implements Timer {

    static final long NEVER = Long.MAX_VALUE;

    KeyedTimer(HeapState state) {
        super(state);
    }

    @Override
    Long fresh() {
        return NEVER;
    }

    @Override
    Long copy(Long value) {
        return value;
    }

    @Override
    public void schedule(long atMillis) {
        put(atMillis);
    }

    @Override
    public void cancel() {
        put(NEVER);
    }

    @Override
    public boolean isScheduled() {
        return here() != NEVER;
    }
}
