package eventflux.core.run;

import eventflux.core.failure.FailureLog;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stops what an extension has made, on a thread of its own: what does not come back from its {@code stop} in time is interrupted, reported
 * and left behind, so that neither the application nor the bundle that is being stopped waits for ever.
 *
 * @param failures where it is reported
 * @param patienceMillis how long it may take
 */
record BoundedStop(FailureLog failures, long patienceMillis) {

    /** For sinks and stores, which may have much to write that they held back. */
    static final long WRITERS_PATIENCE_MILLIS = 30_000;

    /** The call of an extension. */
    @FunctionalInterface
    interface Stop {

        void run() throws IOException;
    }

    /** Returns when it has stopped, or failed, or time is up. */
    void run(String where, String what, Stop stop) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread stopping = new Thread(() -> attempt(stop, failure), "eventflux-stop " + where);
        stopping.setDaemon(true);
        stopping.start();
        if (!hasEnded(stopping)) {
            IllegalStateException late = new IllegalStateException(
                    "it did not stop within " + patienceMillis
                            + " ms and was left behind; what it holds, the classes of its bundle too, stays until it comes back");
            late.setStackTrace(stopping.getStackTrace());
            stopping.interrupt();
            failure.compareAndSet(null, late);
        }
        if (failure.get() != null) {
            failures.failed(where, what, failure.get());
        }
    }

    private static void attempt(Stop stop, AtomicReference<Throwable> failure) {
        try {
            stop.run();
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    // Whoever stops the application may be interrupted for that; he waits nevertheless.
    private boolean hasEnded(Thread thread) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        boolean isInterrupted = false;
        for (long left = patienceMillis;
                thread.isAlive() && left > 0;
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            try {
                thread.join(left);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
