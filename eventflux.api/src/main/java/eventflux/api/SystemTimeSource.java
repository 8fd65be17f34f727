package eventflux.api;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The computer's wall clock, and one daemon thread that wakes engines; the thread ends when it has been idle for a while. */
final class SystemTimeSource implements TimeSource {

    private static final long IDLE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor waker;

    private SystemTimeSource(ScheduledThreadPoolExecutor waker) {
        this.waker = waker;
    }

    static TimeSource create() {
        ScheduledThreadPoolExecutor waker = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "eventflux-timer");
            thread.setDaemon(true);
            return thread;
        });
        waker.setRemoveOnCancelPolicy(true);
        waker.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        waker.allowCoreThreadTimeOut(true);
        return new SystemTimeSource(waker);
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
}
