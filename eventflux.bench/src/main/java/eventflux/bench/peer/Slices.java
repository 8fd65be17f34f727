package eventflux.bench.peer;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lets all ways run in turns, so that what else the machine does meets all of them alike. */
final class Slices {

    private static final int WARM_PARTS = 3;
    private static final int LEAST_ROWS = 2 * Trades.STEP_ROWS;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<Lane> lanes;
    private final Pace pace;
    private final long[] rows;
    private final long[] bytes;
    private final double[][] nanos;

    private Slices(List<Lane> lanes, Pace pace) {
        this.lanes = lanes;
        this.pace = pace;
        this.rows = new long[lanes.size()];
        this.bytes = new long[lanes.size()];
        this.nanos = new double[lanes.size()][pace.slices()];
    }

    /** The cost of an event, way by way. */
    static Map<Way, Cost> measure(List<Lane> lanes, Pace pace) {
        Slices slices = new Slices(lanes, pace);
        slices.warmUp();
        slices.run();
        return slices.costs();
    }

    private void warmUp() {
        for (int part = 0; part < WARM_PARTS; part++) {
            for (Lane lane : lanes) {
                send(lane, pace.warmNanos() / WARM_PARTS);
            }
        }
    }

    private void run() {
        for (int slice = 0; slice < pace.slices(); slice++) {
            for (int i = 0; i < lanes.size(); i++) {
                long allocated = THREADS.getCurrentThreadAllocatedBytes();
                Sent sent = send(lanes.get(i), pace.sliceNanos());
                bytes[i] += THREADS.getCurrentThreadAllocatedBytes() - allocated;
                rows[i] += sent.rows();
                nanos[i][slice] = (double) sent.nanos() / sent.rows();
            }
        }
    }

    // Asks for the time ever less often, until it has been asked for some twenty times.
    private static Sent send(Lane lane, long budgetNanos) {
        long begin = PROCESS.getProcessCpuTime();
        long sent = 0;
        long portion = LEAST_ROWS;
        while (true) {
            sent += lane.send(portion);
            long spent = PROCESS.getProcessCpuTime() - begin;
            if (spent >= budgetNanos) {
                return new Sent(sent, spent);
            }
            if (spent < budgetNanos / 20) {
                portion *= 2;
            }
        }
    }

    private Map<Way, Cost> costs() {
        Map<Way, Cost> costs = new EnumMap<>(Way.class);
        for (int i = 0; i < lanes.size(); i++) {
            costs.put(lanes.get(i).way(), new Cost(middle(nanos[i]), (double) bytes[i] / rows[i]));
        }
        return costs;
    }

    // The clock of the process goes in steps of 10 ms, so slices are averaged; all but the lowest and the highest.
    private static double middle(double[] values) {
        Arrays.sort(values);
        return Arrays.stream(values, 1, values.length - 1).average().orElseThrow();
    }

    private record Sent(long rows, long nanos) {}
}
