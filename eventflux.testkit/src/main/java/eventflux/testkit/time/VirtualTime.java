package eventflux.testkit.time;

import eventflux.api.Registration;
import eventflux.api.TimeSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A clock that stands still until the test turns it. Wakers run on the thread that turns it, in the order of their times; one
 * that is due already when it is asked for runs at once, on the thread that asks. Safe for many threads.
 */
public final class VirtualTime implements TimeSource {

    private final PriorityQueue<Wake> wakes = new PriorityQueue<>(
            Comparator.comparingLong(Wake::atMillis).thenComparingLong(Wake::number)); // guarded by this
    private long now; // guarded by this
    private long asked; // guarded by this

    /** A clock that shows a time. */
    public VirtualTime(long startMillis) {
        this.now = startMillis;
    }

    @Override
    public synchronized long millis() {
        return now;
    }

    @Override
    public Registration wakeAt(long atMillis, Runnable task) {
        Optional<Wake> later = later(atMillis, task);
        if (later.isEmpty()) {
            task.run();
            return () -> {};
        }
        return () -> remove(later.get());
    }

    private synchronized Optional<Wake> later(long atMillis, Runnable task) {
        if (atMillis <= now) {
            return Optional.empty();
        }
        Wake wake = new Wake(atMillis, asked++, task);
        wakes.add(wake);
        notifyAll();
        return Optional.of(wake);
    }

    private synchronized void remove(Wake wake) {
        wakes.remove(wake);
    }

    /** Turns the clock on and runs what becomes due, each at its own time. */
    public void advance(long millis) {
        long target = millis() + millis;
        for (Wake wake = next(target); wake != null; wake = next(target)) {
            wake.task().run();
        }
    }

    /** How many wakers wait. */
    public synchronized int waiting() {
        return wakes.size();
    }

    /** Waits, in real time, until another thread has asked to be woken. */
    public synchronized void awaitWaiter() throws InterruptedException {
        while (wakes.isEmpty()) {
            wait();
        }
    }

    private synchronized Wake next(long target) {
        Wake wake = wakes.peek();
        if (wake == null || wake.atMillis() > target) {
            now = target;
            return null;
        }
        now = wake.atMillis();
        return wakes.remove();
    }

    private record Wake(long atMillis, long number, Runnable task) {}
}
