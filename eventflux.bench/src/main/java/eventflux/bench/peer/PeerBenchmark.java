package eventflux.bench.peer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Rows a second through the public API, sent and processed by one thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(Trades.ROWS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-Dagrona.disable.bounds.checks=true",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-Xms1g",
            "-Xmx1g"
        })
@State(Scope.Thread)
public class PeerBenchmark {

    /** What is asked. */
    @Param
    public Workload workload;

    /** Who is asked. */
    @Param
    public Way way;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Trades trades = new Trades();
    private final Results results = Results.counting();
    private Contender contender;

    /** Starts the engine. */
    @Setup(Level.Trial)
    public void start() {
        contender = way.start(workload, results);
    }

    /** Stops the engine. */
    @TearDown(Level.Trial)
    public void stop() {
        contender.close();
    }

    /** Sends a round; answers what came out so far, so that nothing can be left out. */
    @Benchmark
    public double rows(CpuTime cpu) {
        long before = threads.getCurrentThreadCpuTime();
        contender.sendRound(trades);
        cpu.cpuNanos += threads.getCurrentThreadCpuTime() - before;
        cpu.cpuRows += Trades.ROWS;
        return results.sum();
    }

    /**
     * The processor time of the sending thread, which a busy machine disturbs less than the clock on the wall. What the garbage
     * collector's threads do for it is not in it.
     */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class CpuTime {

        /** Nanoseconds so far. */
        public long cpuNanos;

        /** Rows that they went into. */
        public long cpuRows;
    }
}
