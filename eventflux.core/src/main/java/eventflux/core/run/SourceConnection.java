package eventflux.core.run;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.core.failure.FailureLog;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Starts and stops a source, and starts it again when it has lost its connection: after a pause that grows, on a thread of its own,
 * until it succeeds, was tried too often or is stopped. Safe for many threads.
 */
final class SourceConnection {

    private final String where;
    private final Source source;
    private final TimeSource time;
    private final Reconnect reconnect;
    private final ConnectionWatch watch;
    private final FailureLog failures;
    private final long patienceMillis;
    private final SplittableRandom random = new SplittableRandom();
    // Held while the source is started or stopped.
    private final Object life = new Object();

    // Guarded by this.
    private Registration wake = () -> {};
    private boolean isWanted;
    private int tries;

    SourceConnection(String where, Source source, SourceRunner.Surroundings surroundings) {
        this.where = where;
        this.source = source;
        this.time = surroundings.time();
        this.reconnect = surroundings.reconnect();
        this.watch = surroundings.watch();
        this.failures = surroundings.failures();
        this.patienceMillis = surroundings.patienceMillis();
    }

    void start(SourceOutput out) throws IOException {
        want(true);
        try {
            synchronized (life) {
                watch.connected();
                source.start(out);
            }
        } catch (IOException e) {
            if (reconnect.isRequired()) {
                watch.failed(e);
                throw e;
            }
            lost(e, out);
        }
    }

    /**
     * Stops the source, on a thread of its own: one that does not come back from its {@code stop} in time is interrupted, reported and left
     * behind, so that neither the application nor the bundle that is being stopped waits for ever.
     */
    void stop() {
        want(false);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread stopping = new Thread(() -> stopSource(failure), "eventflux-stop " + where);
        stopping.setDaemon(true);
        stopping.start();
        if (!hasEnded(stopping, patienceMillis)) {
            IllegalStateException late = new IllegalStateException(
                    "it did not stop within " + patienceMillis
                            + " ms and was left behind; what it holds, the classes of its bundle too, stays until it comes back");
            late.setStackTrace(stopping.getStackTrace());
            stopping.interrupt();
            failure.compareAndSet(null, late);
        }
        if (failure.get() != null) {
            failures.failed(where, "its stop", failure.get());
        }
        watch.stopped();
    }

    private void stopSource(AtomicReference<Throwable> failure) {
        try {
            synchronized (life) {
                source.stop();
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    // Whoever stops the application may be interrupted for that; he waits nevertheless.
    private static boolean hasEnded(Thread thread, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean isInterrupted = false;
        for (long left = millis;
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

    /** The source has lost its connection. */
    void lost(Exception cause, SourceOutput out) {
        watch.lost(cause);
        if (comeBack(out)) {
            failures.failed(where, "its connection", cause);
        } else {
            out.failed(cause);
        }
    }

    private synchronized void want(boolean isToRun) {
        isWanted = isToRun;
        tries = 0;
        wake.close();
    }

    // Answers whether it will be tried again, or nobody wants it any more.
    private synchronized boolean comeBack(SourceOutput out) {
        if (!isWanted) {
            return true;
        }
        if (tries >= reconnect.most()) {
            return false;
        }
        tries++;
        long pause = reconnect.backOff().pauseMillis(tries, random);
        wake = time.wakeAt(time.millis() + pause, () -> {
            Thread thread = new Thread(() -> restart(out), "eventflux-reconnect " + where);
            thread.setDaemon(true);
            thread.start();
        });
        return true;
    }

    private void restart(SourceOutput out) {
        synchronized (life) {
            if (!isStillWanted()) {
                return;
            }
            source.stop();
            try {
                source.start(out);
                succeeded();
            } catch (IOException | RuntimeException e) {
                lost(e, out);
            }
        }
    }

    private synchronized boolean isStillWanted() {
        return isWanted;
    }

    private synchronized void succeeded() {
        tries = 0;
        watch.connected();
    }
}
