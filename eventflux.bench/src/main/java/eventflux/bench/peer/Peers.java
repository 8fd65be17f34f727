package eventflux.bench.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Compares the answers, then the speed and the memory, and prints one table. */
public final class Peers {

    private Peers() {}

    /**
     * Runs the workloads that are named, all when none is.
     *
     * @param args names of workloads, such as {@code filter} or {@code length-window}
     * @throws RunnerException when a benchmark fails
     */
    public static void main(String[] args) throws RunnerException {
        Workload[] workloads = args.length == 0
                ? Workload.values()
                : Arrays.stream(args).map(Peers::workload).toArray(Workload[]::new);
        for (Workload workload : workloads) {
            System.err.printf("%s: comparing results%n", workload.label());
            Agreement.check(workload, Way.answering(workload));
        }
        List<RunResult> results = new ArrayList<>();
        for (Workload workload : workloads) {
            for (Way way : Way.answering(workload)) {
                System.err.printf("%s: measuring %s%n", workload.label(), way.label());
                results.addAll(measure(workload, way));
            }
        }
        new PeerTable(results).print(System.out);
    }

    private static Workload workload(String label) {
        return Workload.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Collection<RunResult> measure(Workload workload, Way way) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(PeerBenchmark.class.getName())
                .param("workload", workload.name())
                .param("way", way.name())
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        return new Runner(options.build()).run();
    }
}
