package eventflux.core.run.pressure;

import eventflux.core.failure.CircuitBreaker;
import eventflux.core.row.RowBatch;

/**
 * Waits for nothing: rows that find the ring full are given up, and when that has happened too often in a row, all that
 * follow for a while, so that the ring is left in peace.
 */
public final class BreakCircuit implements BackPressure {

    private final CircuitBreaker breaker;
    private final SenderTime time;

    /** Breaks a circuit. */
    public BreakCircuit(CircuitBreaker breaker, SenderTime time) {
        this.breaker = breaker;
        this.time = time;
    }

    @Override
    public boolean admits() {
        return !breaker.isOpen() || breaker.allows(time.nanos());
    }

    @Override
    public void foundRoom() {
        breaker.succeeded();
    }

    @Override
    public int whenFull(FullRing ring, RowBatch rows, int offset, int length) {
        breaker.failed(time.nanos());
        return offset;
    }
}
