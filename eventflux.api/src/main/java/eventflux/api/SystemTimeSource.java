package eventflux.api;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The computer's wall clock, and daemon threads that wake engines: one that is ready, and one for each task that has not come back yet, so
 * that an application which stands still holds up no other's time. They end when they have been idle for a while.
 */
final class SystemTimeSource implements TimeSource {

    private static final long IDLE_SECONDS = 10;

    private final Waker waker = new Waker();

    private SystemTimeSource() {}

    static TimeSource create() {
        return new SystemTimeSource();
    }

    @Override
    public long millis() {
        return System.currentTimeMillis();
    }

    @Override
    public Registration wakeAt(long atMillis, Runnable task) {
        Future<?> future = waker.schedule(task, Math.max(0, atMillis - millis()), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    /** Always has one thread more than tasks that run. */
    private static final class Waker extends ScheduledThreadPoolExecutor {

        private final AtomicInteger busy = new AtomicInteger();

        Waker() {
            super(1, task -> {
                Thread thread = new Thread(task, "eventflux-timer");
                thread.setDaemon(true);
                return thread;
            });
            setRemoveOnCancelPolicy(true);
            setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
            allowCoreThreadTimeOut(true);
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            resize(busy.incrementAndGet());
        }

        @Override
        protected void afterExecute(Runnable task, Throwable thrown) {
            busy.decrementAndGet();
        }

        // It never shrinks while it works, since that would end and begin threads again and again; the
        // idle ones go by themselves.
        private void resize(int running) {
            if (running >= getCorePoolSize()) {
                setCorePoolSize(running + 1);
            }
        }
    }
}
