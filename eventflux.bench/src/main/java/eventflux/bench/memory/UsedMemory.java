package eventflux.bench.memory;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/** What this process uses of memory, inside the heap and outside. */
public final class UsedMemory {

    private static final long PAUSE_NANOS = 300_000_000;

    private UsedMemory() {}

    /** Heap after a collection, and memory outside of it, which is freed some time after its owners have been collected. */
    public static long bytes() {
        long before = Long.MAX_VALUE;
        long now = used();
        while (now < before) {
            before = now;
            LockSupport.parkNanos(PAUSE_NANOS);
            now = used();
        }
        return now;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return runtime.totalMemory() - runtime.freeMemory() + direct;
    }
}
