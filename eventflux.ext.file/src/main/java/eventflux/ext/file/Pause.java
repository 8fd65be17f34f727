package eventflux.ext.file;

import eventflux.api.Registration;
import eventflux.api.TimeSource;

/** How a source's thread waits for its next look at the file, and is told to stop. Safe for many threads. */
final class Pause {

    private final TimeSource time;
    private boolean isDue; // guarded by this
    private boolean isStopped; // guarded by this

    Pause(TimeSource time) {
        this.time = time;
    }

    /** Waits; answers whether to go on. */
    boolean await(long millis) throws InterruptedException {
        arm();
        Registration wake = time.wakeAt(time.millis() + millis, this::due);
        try {
            return awaitDue();
        } finally {
            wake.close();
        }
    }

    private synchronized void arm() {
        isDue = false;
    }

    private synchronized boolean awaitDue() throws InterruptedException {
        while (!isDue && !isStopped) {
            wait();
        }
        return !isStopped;
    }

    private synchronized void due() {
        isDue = true;
        notifyAll();
    }

    synchronized void stop() {
        isStopped = true;
        notifyAll();
    }

    synchronized boolean isStopped() {
        return isStopped;
    }
}
