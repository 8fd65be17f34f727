package eventflux.core.failure;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stops trying what has failed too often in a row, and tries it once again after a while: when that succeeds all goes on,
 * otherwise the while begins anew. Safe for many threads; times are those of {@link System#nanoTime}.
 */
public final class CircuitBreaker {

    private static final long CLOSED = Long.MIN_VALUE;

    private final int threshold;
    private final long recoveryNanos;
    private final AtomicInteger failures = new AtomicInteger();
    // When it was opened, or tried again last.
    private final AtomicLong openSince = new AtomicLong(CLOSED);

    /**
     * A breaker that is closed.
     *
     * @param threshold so many failures in a row open it, at least 1
     * @param recoveryNanos how long it stays open before something is tried again
     */
    public CircuitBreaker(int threshold, long recoveryNanos) {
        if (threshold < 1 || recoveryNanos < 0) {
            throw new IllegalArgumentException("threshold=" + threshold + " recoveryNanos=" + recoveryNanos);
        }
        this.threshold = threshold;
        this.recoveryNanos = recoveryNanos;
    }

    /** Whether something may be tried now; of those who ask when the while is over, one may. */
    public boolean allows(long now) {
        long since = openSince.get();
        return since == CLOSED || now - since >= recoveryNanos && openSince.compareAndSet(since, now);
    }

    /** What was tried has succeeded. */
    public void succeeded() {
        if (failures.get() != 0) {
            failures.set(0);
            openSince.set(CLOSED);
        }
    }

    /** What was tried has failed. */
    public void failed(long now) {
        if (failures.incrementAndGet() >= threshold) {
            openSince.set(now);
        }
    }

    /** Whether nothing is tried at the moment. */
    public boolean isOpen() {
        return openSince.get() != CLOSED;
    }
}
