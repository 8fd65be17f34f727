package eventflux.core.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * Says which thread owns the application. Without competition taking it costs one compare-and-set and one plain store, giving
 * it up one ordered store; with it, waiting threads spin, then sleep for ever longer moments, and whoever comes at the right moment is
 * the next: so whoever holds it for long and wants it again at once has to {@linkplain #giveWay give way}. Not reentrant.
 *
 * <p>The owner's name changes only in the state {@code TAKEN}, and is asked for only in the state {@code OWNED}: so a thread
 * that owned the application before never takes itself for its owner. It is not written when it stays the same, since storing
 * a reference costs more than the whole rest.
 */
final class Ownership {

    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int OWNED = 2;

    private static final int SPINS = 200;
    private static final long FIRST_PARK_NANOS = 1_000;
    private static final long LONGEST_PARK_NANOS = 100_000;

    private static final VarHandle STATE;
    private static final VarHandle WAITING;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Ownership.class, "state", int.class);
            WAITING = MethodHandles.lookup().findVarHandle(Ownership.class, "waiting", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    // Written by compare-and-set, and by the thread that owns the application.
    private volatile int state;
    // How many threads wait; written by them.
    private volatile int waiting;
    // Written by the thread that owns the application.
    private Thread owner;

    /** Waits until the calling thread owns the application; answers false, at once, when it did before. */
    boolean acquire() {
        // acquire: pairs with the release in release()
        if (!STATE.compareAndSet(this, FREE, TAKEN)) {
            if (isHeld()) {
                return false;
            }
            await();
        }
        Thread self = Thread.currentThread();
        if (owner != self) {
            owner = self;
        }
        // release: pairs with the acquire in isHeld()
        STATE.setRelease(this, OWNED);
        return true;
    }

    /** As {@link #acquire}, by a thread that is not the owner, for a time; answers whether it owns the application now. */
    boolean acquireWithin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (!STATE.compareAndSet(this, FREE, TAKEN)) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(this, LONGEST_PARK_NANOS);
        }
        owner = Thread.currentThread();
        // release: pairs with the acquire in isHeld()
        STATE.setRelease(this, OWNED);
        return true;
    }

    /** Gives it up. */
    void release() {
        // release: pairs with the compare-and-set in acquire()
        STATE.setRelease(this, FREE);
    }

    /** Lets one of those that wait have it, who sleep for a moment between two looks; by a thread that has given it up. */
    void giveWay() {
        if ((int) WAITING.getOpaque(this) > 0) {
            LockSupport.parkNanos(this, 2 * LONGEST_PARK_NANOS);
        }
    }

    /** Whether the calling thread owns the application. */
    boolean isHeld() {
        // acquire: pairs with the release in acquire(); whoever owns it now has named himself
        return (int) STATE.getAcquire(this) == OWNED && owner == Thread.currentThread();
    }

    /** Who owns the application, or did a moment ago; null when nobody does. By any thread. */
    Thread holder() {
        // acquire: pairs with the release in acquire(); whoever owns it now has named himself
        return (int) STATE.getAcquire(this) == OWNED ? owner : null;
    }

    private void await() {
        WAITING.getAndAdd(this, 1);
        try {
            awaitFree();
        } finally {
            WAITING.getAndAdd(this, -1);
        }
    }

    private void awaitFree() {
        long park = FIRST_PARK_NANOS;
        for (int attempt = 0; ; attempt++) {
            if ((int) STATE.getOpaque(this) == FREE && STATE.compareAndSet(this, FREE, TAKEN)) {
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
