package eventflux.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the garbage collector is given for an event, once everything has been compiled and every arena has its size. */
class SteadyStateAllocationTest {

    private static final int WARM_UP_ROUNDS = 150;
    private static final int MEASURED_ROUNDS = 20;

    /** A hundredth of a byte for an event: room for what the virtual machine itself does on the thread, not for an object. */
    private static final long TOLERATED_BYTES = MEASURED_ROUNDS * Trades.ROWS / 100;

    @ParameterizedTest
    @EnumSource
    void allocatesNothingForATypedEventSentAlone(Workload workload) {
        assertThat(allocated(Way.TYPED_ONE_BY_ONE, workload)).isLessThan(TOLERATED_BYTES);
    }

    @ParameterizedTest
    @EnumSource
    void allocatesNothingForATypedBatch(Workload workload) {
        assertThat(allocated(Way.TYPED_BATCHES, workload)).isLessThan(TOLERATED_BYTES);
    }

    private static long allocated(Way way, Workload workload) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        Trades trades = new Trades();
        try (Contender contender = way.start(workload, Results.counting())) {
            sendRounds(contender, trades, WARM_UP_ROUNDS);
            long before = threads.getThreadAllocatedBytes(self);
            sendRounds(contender, trades, MEASURED_ROUNDS);
            return threads.getThreadAllocatedBytes(self) - before;
        }
    }

    private static void sendRounds(Contender contender, Trades trades, int rounds) {
        for (int round = 0; round < rounds; round++) {
            contender.sendRound(trades);
        }
    }
}
