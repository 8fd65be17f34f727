package eventflux.bench.operator;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * What an event costs.
 *
 * @param nanos processor time of the thread, the lower quartile of the slices
 * @param bytes allocated by the thread, the mean of all slices
 */
record Cost(double nanos, double bytes) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int SLICES = 15;

    /**
     * Measures in the calling thread.
     *
     * @param sender sends so many rows
     * @param warmRows after which everything has been compiled and has its size
     * @param rowsASlice how many make a slice
     */
    static Cost of(LongConsumer sender, long warmRows, long rowsASlice) {
        sender.accept(warmRows);
        double[] nanos = new double[SLICES];
        long bytes = 0;
        for (int i = 0; i < SLICES; i++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long begin = THREADS.getCurrentThreadCpuTime();
            sender.accept(rowsASlice);
            nanos[i] = (double) (THREADS.getCurrentThreadCpuTime() - begin) / rowsASlice;
            bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
        }
        Arrays.sort(nanos);
        return new Cost(nanos[SLICES / 4], (double) bytes / SLICES / rowsASlice);
    }
}
