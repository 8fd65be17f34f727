package eventflux.core.run;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Says which thread owns the application. Without competition taking and giving it up costs one compare-and-set and one
 * ordered store; with it, waiting threads spin, then sleep for ever longer moments. Not reentrant.
 */
final class Ownership {

    private static final int SPINS = 200;
    private static final long FIRST_PARK_NANOS = 1_000;
    private static final long LONGEST_PARK_NANOS = 100_000;

    private final AtomicReference<Thread> owner = new AtomicReference<>();

    /** Waits until the calling thread owns the application. */
    void acquire() {
        Thread self = Thread.currentThread();
        // acquire: pairs with the release in release()
        if (!owner.compareAndSet(null, self)) {
            await(self);
        }
    }

    /** Gives it up. */
    void release() {
        // release: pairs with the compare-and-set in acquire()
        owner.setRelease(null);
    }

    /** Whether the calling thread owns the application. */
    boolean isHeld() {
        return owner.getPlain() == Thread.currentThread();
    }

    private void await(Thread self) {
        long park = FIRST_PARK_NANOS;
        for (int attempt = 0; ; attempt++) {
            if (owner.getPlain() == null && owner.compareAndSet(null, self)) {
                return;
            }
            if (attempt < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(this, park);
                park = Math.min(park * 2, LONGEST_PARK_NANOS);
            }
        }
    }
}
