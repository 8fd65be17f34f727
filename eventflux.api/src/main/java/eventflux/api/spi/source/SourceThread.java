package eventflux.api.spi.source;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import java.io.IOException;

/**
 * The thread of a source that asks for its input instead of being called: it waits by the engine's time, ends when it is told,
 * and reports the end of the input or a failure. A new one for each start of the source. {@link #start} and {@link #stop} are the
 * engine's calls; the rest is for the work on the thread itself.
 */
public final class SourceThread {

    private final TimeSource time;
    private final Work work;
    private final Thread thread;
    private volatile SourceOutput out; // written once, before the thread starts
    private boolean isDue; // guarded by this
    private boolean isStopped; // guarded by this

    /**
     * A thread that is not started yet.
     *
     * @param name the thread's name
     * @param time what it waits by
     * @param work what it does
     */
    public SourceThread(String name, TimeSource time, Work work) {
        this.time = time;
        this.work = work;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /** What a source does on its thread. */
    @FunctionalInterface
    public interface Work {

        /**
         * Delivers until the input is at its end or the thread is told to stop.
         *
         * @return whether the input is at its end; false when it was stopped
         * @throws IOException when the outside has failed, which is reported as the source's failure
         * @throws InterruptedException passed on from waiting
         */
        boolean run(SourceOutput out, SourceThread thread) throws IOException, InterruptedException;
    }

    /** Begins to deliver. */
    public void start(SourceOutput output) {
        out = output;
        thread.start();
    }

    /**
     * Tells the thread to end and waits until it has. Called on the thread itself, as happens when the end of the input stops the
     * application, it only tells.
     */
    public void stop() {
        tellToStop();
        if (Thread.currentThread() == thread) {
            return;
        }
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the thread has been told to end. */
    public synchronized boolean isStopped() {
        return isStopped;
    }

    /**
     * Waits until a point in time.
     *
     * @param atMillis epoch milliseconds
     * @return whether to go on; false when the thread has been told to end
     */
    public boolean awaitTime(long atMillis) throws InterruptedException {
        disarm();
        Registration wake = time.wakeAt(atMillis, this::due);
        try {
            return awaitDue();
        } finally {
            wake.close();
        }
    }

    private void run() {
        try {
            if (work.run(out, this)) {
                out.endOfInput();
            }
        } catch (IOException | RuntimeException e) {
            out.failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.failed(e);
        }
    }

    private synchronized void disarm() {
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

    private synchronized void tellToStop() {
        isStopped = true;
        notifyAll();
    }
}
