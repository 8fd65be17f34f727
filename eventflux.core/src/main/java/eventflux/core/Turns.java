package eventflux.core;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.run.StallWatch;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One change of an application's life at a time. A change may wait for the ownership of the application, so whoever owns it (a callback)
 * must not wait for his turn.
 */
final class Turns {

    private static final long UNUSUAL_SECONDS = 5;

    private final String application;
    private final Workings workings;
    private final long patienceMillis;
    private final Runnable whenGivenUp;
    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by this: who calls extensions in his turn, null when nobody does; whether he was asked to hurry, does
    // not, and did not.
    private Thread beginning;
    private long beginningSinceNanos;
    private boolean isHurried;
    private boolean isLost;
    private boolean isGivenUp;

    /**
     * Turns of one application.
     *
     * @param patienceMillis how long who calls extensions may go on when the application is to let go, before he is interrupted and once
     *     more after
     * @param whenGivenUp done after such a beginning, when somebody has given up waiting for it
     */
    Turns(String application, Workings workings, long patienceMillis, Runnable whenGivenUp) {
        this.application = application;
        this.workings = workings;
        this.patienceMillis = patienceMillis;
        this.whenGivenUp = whenGivenUp;
    }

    /** Makes a change when it is its turn. */
    void take(Runnable change) {
        take(() -> {
            change.run();
            return true;
        });
    }

    /** Makes a change when it is its turn; answers what it answers. */
    <T> T take(Supplier<T> change) {
        if (!workings.agent().isOwner()) {
            workings.stalls().requireNotStuck();
            requireNotLost();
            lock.lock();
        } else if (!lock.tryLock()) {
            throw ownCallback();
        }
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #begin(Supplier)}. */
    void begin(Runnable change) {
        begin(() -> {
            change.run();
            return true;
        });
    }

    /**
     * Makes a change that calls extensions to make or connect what they have; answers what it answers. Whoever wants the application to let
     * go meanwhile interrupts it.
     */
    <T> T begin(Supplier<T> change) {
        try {
            return take(() -> {
                Thread outer = setBeginning(Thread.currentThread());
                try {
                    return change.get();
                } finally {
                    endBeginning(outer);
                }
            });
        } finally {
            if (takeGivenUp()) {
                whenGivenUp.run();
            }
        }
    }

    private synchronized Thread setBeginning(Thread thread) {
        Thread outer = beginning;
        beginning = thread;
        if (outer == null) {
            beginningSinceNanos = System.nanoTime();
        }
        return outer;
    }

    // An interrupt that nobody has heeded is not left to the thread's next work.
    private synchronized void endBeginning(Thread outer) {
        beginning = outer;
        if (outer == null) {
            if (isHurried) {
                Thread.interrupted();
            }
            isHurried = false;
            isGivenUp = isLost;
            isLost = false;
        }
    }

    private synchronized boolean takeGivenUp() {
        boolean wasGivenUp = isGivenUp;
        isGivenUp = false;
        return wasGivenUp;
    }

    /** Makes a change by which the application lets go of something. A beginning that is under way gets some time, and is interrupted then. */
    void letGo(Runnable change) {
        if (!isHere()) {
            hurry();
        }
        take(change);
    }

    private void hurry() {
        try {
            if (isFree(patienceMillis) || !interruptBeginning() || isFree(patienceMillis)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        giveUp();
    }

    private boolean isFree(long millis) throws InterruptedException {
        boolean isFree = lock.tryLock(millis, TimeUnit.MILLISECONDS);
        if (isFree) {
            lock.unlock();
        }
        return isFree;
    }

    private synchronized boolean interruptBeginning() {
        if (beginning != null) {
            isHurried = true;
            beginning.interrupt();
        }
        return beginning != null;
    }

    private void giveUp() {
        synchronized (this) {
            isLost = beginning != null;
        }
        requireNotLost();
    }

    private synchronized void requireNotLost() {
        if (isLost && beginning != Thread.currentThread()) {
            throw new EventFluxException(problem(AppError.STUCK));
        }
    }

    /** The call that a beginning stands in, when that has lasted for longer than is usual; by any thread. */
    synchronized Optional<Problem> problem() {
        return beginning == null || beginningSeconds() < UNUSUAL_SECONDS
                ? Optional.empty()
                : Optional.of(problem(AppError.STALLED));
    }

    private long beginningSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - beginningSinceNanos);
    }

    private Problem problem(AppError error) {
        return Problem.of(
                error,
                "application",
                application,
                "seconds",
                beginningSeconds(),
                "place",
                StallWatch.place(beginning.getStackTrace()));
    }

    /** Whether the calling thread owns the application or has its turn. */
    boolean isHere() {
        return workings.agent().isOwner() || lock.isHeldByCurrentThread();
    }

    /** Whether the calling thread owns the application and a stop would have to wait for another one that may want to own it. */
    boolean isToWait() {
        boolean isBusy = lock.isLocked() && !lock.isHeldByCurrentThread();
        return workings.agent().isOwner() && (isBusy || workings.hasThreads());
    }

    /** Makes a change on a thread of its own. */
    void later(Runnable change) {
        Thread thread = new Thread(change, "eventflux-life " + application);
        thread.setDaemon(true);
        thread.start();
    }

    /** Refuses a change that cannot be made by the owner. */
    void refuseOwner() {
        if (workings.agent().isOwner()) {
            throw ownCallback();
        }
    }

    private EventFluxException ownCallback() {
        return new EventFluxException(Problem.of(AppError.OWN_CALLBACK, "application", application));
    }
}
