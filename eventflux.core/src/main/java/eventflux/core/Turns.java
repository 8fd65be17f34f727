package eventflux.core;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One change of an application's life at a time. A change may wait for the ownership of the application, so whoever owns it (a callback)
 * must not wait for his turn.
 */
final class Turns {

    private final String application;
    private final Workings workings;
    private final ReentrantLock lock = new ReentrantLock();

    Turns(String application, Workings workings) {
        this.application = application;
        this.workings = workings;
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
