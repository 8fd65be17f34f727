package eventflux.bench.peer;

import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The results of a run as a table with ratios to the peer. */
final class PeerTable {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String ROW = "%-14s %-22s %14s %8s %10s %10s %12s%n";

    private final Map<Workload, Map<Way, RunResult>> measured = new EnumMap<>(Workload.class);

    PeerTable(Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            measured.computeIfAbsent(Workload.valueOf(parameters.getParam("workload")), w -> new EnumMap<>(Way.class))
                    .put(Way.valueOf(parameters.getParam("way")), result);
        }
    }

    void print(PrintStream out) {
        out.printf(ROW, "query", "engine, way in", "events/s", "+-", "x single", "x batched", "bytes/event");
        measured.forEach((workload, ways) -> {
            ways.forEach((way, result) -> printRow(out, workload, way, result));
            out.println();
        });
        out.println(
                "x single, x batched: times Siddhi sent one by one and in arrays of 256, where the answers are the same.");
        out.println("+-: half of the 99.9 % interval.");
    }

    private void printRow(PrintStream out, Workload workload, Way way, RunResult result) {
        Result<?> rate = result.getPrimaryResult();
        out.printf(
                ROW,
                workload.label(),
                way.label(),
                "%,.0f".formatted(rate.getScore()),
                "%.0f %%".formatted(100 * rate.getScoreError() / rate.getScore()),
                ratio(workload, result, Way.SIDDHI_ONE_BY_ONE),
                ratio(workload, result, Way.SIDDHI_BATCHES),
                allocated(result));
    }

    private String ratio(Workload workload, RunResult result, Way peer) {
        RunResult other = measured.get(workload).get(peer);
        return other == null
                ? "-"
                : "%.2f"
                        .formatted(result.getPrimaryResult().getScore()
                                / other.getPrimaryResult().getScore());
    }

    private static String allocated(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
        return bytes == null ? "-" : "%.1f".formatted(bytes.getScore());
    }
}
