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
    private static final String ROW = "%-14s %-22s %14s %8s %8s %12s%n";

    private final Map<Workload, Map<Way, RunResult>> measured = new EnumMap<>(Workload.class);

    PeerTable(Collection<RunResult> results) {
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            measured.computeIfAbsent(Workload.valueOf(parameters.getParam("workload")), w -> new EnumMap<>(Way.class))
                    .put(Way.valueOf(parameters.getParam("way")), result);
        }
    }

    void print(PrintStream out) {
        out.printf(ROW, "query", "engine, way in", "events/s", "+-", "ratio", "bytes/event");
        measured.forEach((workload, ways) -> {
            ways.forEach((way, result) -> printRow(out, workload, way, result));
            out.println();
        });
        out.println(
                "+-: half of the 99.9 % interval. ratio: to Siddhi, sent in batches where this row is and Siddhi then gives"
                        + " the same answers, else one by one.");
    }

    private void printRow(PrintStream out, Workload workload, Way way, RunResult result) {
        Result<?> rate = result.getPrimaryResult();
        RunResult peer = measured.get(workload).get(way.peer(workload));
        String ratio = peer == null
                ? "-"
                : "%.2f".formatted(rate.getScore() / peer.getPrimaryResult().getScore());
        out.printf(
                ROW,
                workload.label(),
                way.label(),
                "%,.0f".formatted(rate.getScore()),
                "%.0f %%".formatted(100 * rate.getScoreError() / rate.getScore()),
                ratio,
                allocated(result));
    }

    private static String allocated(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get(ALLOCATED);
        return bytes == null ? "-" : "%.1f".formatted(bytes.getScore());
    }
}
