package eventflux.bench.peer;

import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The results of a run as a table with ratios to the peer. */
final class PeerTable {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String ROW = "%-14s %-22s %12s %6s %13s %9s %10s %12s%n";
    private static final String LEGEND = """
            cpu ns/event: processor time of the sending thread in its best iteration, without the garbage collector's
            threads; a busy machine disturbs it less than events/s.
            x single, x batched: how many times less of it than Siddhi sent one by one, and in arrays of 256
            where its answers are the same. +-: half of the 99.9 % interval of events/s.
            """;

    private final Map<Workload, Map<Way, RunResult>> measured = new EnumMap<>(Workload.class);

    PeerTable(Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            measured.computeIfAbsent(Workload.valueOf(parameters.getParam("workload")), w -> new EnumMap<>(Way.class))
                    .put(Way.valueOf(parameters.getParam("way")), result);
        }
    }

    void print(PrintStream out) {
        out.printf(
                ROW,
                "query",
                "engine, way in",
                "events/s",
                "+-",
                "cpu ns/event",
                "x single",
                "x batched",
                "bytes/event");
        measured.forEach((workload, ways) -> {
            ways.forEach((way, result) -> printRow(out, workload, way, result));
            out.println();
        });
        out.print(LEGEND);
    }

    private void printRow(PrintStream out, Workload workload, Way way, RunResult result) {
        Result<?> rate = result.getPrimaryResult();
        out.printf(
                ROW,
                workload.label(),
                way.label(),
                "%,.0f".formatted(rate.getScore()),
                "%.0f %%".formatted(100 * rate.getScoreError() / rate.getScore()),
                "%.1f".formatted(cpuTime(result)),
                ratio(workload, result, Way.SIDDHI_ONE_BY_ONE),
                ratio(workload, result, Way.SIDDHI_BATCHES),
                "%.1f".formatted(secondary(result, ALLOCATED)));
    }

    private String ratio(Workload workload, RunResult result, Way peer) {
        RunResult other = measured.get(workload).get(peer);
        return other == null ? "-" : "%.2f".formatted(cpuTime(other) / cpuTime(result));
    }

    private static double cpuTime(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> score(iteration, "cpuNanos") / score(iteration, "cpuRows"))
                .min()
                .orElseThrow();
    }

    private static double score(IterationResult iteration, String name) {
        return iteration.getSecondaryResults().get(name).getScore();
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }
}
