package eventflux.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import eventflux.bench.peer.workload.Workloads;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the garbage collector is given for an event, once everything has been compiled and every arena has its size. */
class SteadyStateAllocationTest {

    private static final int MANY_QUERIES = 1_000;
    private static final long WARM_UP_ROWS = 500_000;
    private static final long MEASURED_ROWS = 100_000;
    private static final int ROUNDS = 5;

    /** A hundredth of a byte for an event: room for what the virtual machine itself does on the thread, not for an object. */
    private static final long TOLERATED_BYTES = MEASURED_ROWS / 100;

    // A thousand queries take their time, and symbols that nobody holds any more are swept and made anew.
    static List<Workload> workloads() {
        return Workloads.all().stream()
                .filter(workload -> workload.text().lines().count() < MANY_QUERIES
                        && !workload.title().contains("tumbling"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void allocatesNothingForATypedEventSentAlone(Workload workload) {
        assertThat(allocated(Way.TYPED, workload)).isLessThan(TOLERATED_BYTES);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void allocatesNothingForATypedBatch(Workload workload) {
        assertThat(allocated(Way.BATCH, workload)).isLessThan(TOLERATED_BYTES);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void allocatesNothingForColumns(Workload workload) {
        assertThat(allocated(Way.COLUMNS, workload)).isLessThan(TOLERATED_BYTES);
    }

    private static long allocated(Way way, Workload workload) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        try (Lane lane = new Lane(workload, way, new Trades(workload.symbols()))) {
            lane.results().stopKeeping();
            lane.send(workload.rowsToFill() + WARM_UP_ROWS);
            long least = Long.MAX_VALUE;
            // The first rounds may still meet the compiler.
            for (int round = 0; round < ROUNDS && least >= TOLERATED_BYTES; round++) {
                long before = threads.getThreadAllocatedBytes(self);
                lane.send(MEASURED_ROWS);
                least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
            }
            return least;
        }
    }
}
