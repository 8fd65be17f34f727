package eventflux.core.run;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceOutput;
import eventflux.core.failure.BackOff;
import eventflux.core.failure.FailureLog;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * Starts and stops a source, and starts it again when it has lost its connection: after a pause that grows, on a thread of its own,
 * until it succeeds or is stopped. Safe for many threads.
 */
final class SourceConnection {

    private final String where;
    private final Source source;
    private final TimeSource time;
    private final BackOff backOff;
    private final FailureLog failures;
    private final SplittableRandom random = new SplittableRandom();
    // Held while the source is started or stopped.
    private final Object life = new Object();

    // Guarded by this.
    private Registration wake = () -> {};
    private boolean isWanted;
    private int tries;

    SourceConnection(String where, Source source, TimeSource time, BackOff backOff, FailureLog failures) {
        this.where = where;
        this.source = source;
        this.time = time;
        this.backOff = backOff;
        this.failures = failures;
    }

    void start(SourceOutput out) throws IOException {
        want(true);
        synchronized (life) {
            source.start(out);
        }
    }

    void stop() {
        want(false);
        synchronized (life) {
            source.stop();
        }
    }

    /** The source has lost its connection. */
    void lost(Exception cause, SourceOutput out) {
        failures.failed(where, "its connection", cause);
        comeBack(out);
    }

    private synchronized void want(boolean isToRun) {
        isWanted = isToRun;
        tries = 0;
        wake.close();
    }

    private synchronized void comeBack(SourceOutput out) {
        if (isWanted) {
            tries++;
            long pause = backOff.pauseMillis(tries, random);
            wake = time.wakeAt(time.millis() + pause, () -> {
                Thread thread = new Thread(() -> restart(out), "eventflux-reconnect " + where);
                thread.setDaemon(true);
                thread.start();
            });
        }
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
                failures.failed(where, "its connection", e);
                comeBack(out);
            }
        }
    }

    private synchronized boolean isStillWanted() {
        return isWanted;
    }

    private synchronized void succeeded() {
        tries = 0;
    }
}
