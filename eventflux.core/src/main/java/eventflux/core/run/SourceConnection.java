package eventflux.core.run;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.core.failure.FailureLog;
import java.io.IOException;
import java.util.SplittableRandom;

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
                OwnLoader.start(source, () -> source.start(out));
            }
        } catch (IOException e) {
            if (reconnect.isRequired()) {
                watch.failed(e);
                throw e;
            }
            lost(e, out);
        }
    }

    /** Stops the source; one that does not come back in time is left behind. */
    void stop() {
        want(false);
        new BoundedStop(failures, patienceMillis).run(where, "its stop", this::stopSource);
        watch.stopped();
    }

    private void stopSource() {
        synchronized (life) {
            source.stop();
        }
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
                OwnLoader.start(source, () -> source.start(out));
                succeeded();
            } catch (IOException | RuntimeException e) {
                lost(e, out);
            } catch (LinkageError e) {
                lost(new IllegalStateException(e), out);
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
