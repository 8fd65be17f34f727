package eventflux.core.run;

import eventflux.api.Registration;
import eventflux.api.TimeSource;

/** Waits for a point in time, until somebody has no patience any more. Safe for many threads. */
final class Pause {

    private final TimeSource time;
    // Written by whoever stops the application, and by who starts it.
    private volatile boolean isGivenUp;

    Pause(TimeSource time) {
        this.time = time;
    }

    /** Waiting is worth while again. */
    void begin() {
        isGivenUp = false;
    }

    /** Those who wait go on, and nobody waits from now on. */
    void giveUp() {
        isGivenUp = true;
        wake();
    }

    /** Whether nobody waits any more. */
    boolean isGivenUp() {
        return isGivenUp;
    }

    /** Waits; answers whether it is time now, not when waiting was given up or interrupted. */
    boolean await(long atMillis) {
        Registration wake = time.wakeAt(atMillis, this::wake);
        try {
            return awaitWake(atMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            wake.close();
        }
    }

    private synchronized boolean awaitWake(long atMillis) throws InterruptedException {
        while (!isGivenUp && time.millis() < atMillis) {
            wait();
        }
        return !isGivenUp;
    }

    private synchronized void wake() {
        notifyAll();
    }
}
