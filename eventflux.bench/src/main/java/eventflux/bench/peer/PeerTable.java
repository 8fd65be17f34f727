package eventflux.bench.peer;

import eventflux.bench.report.Figures;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The costs as a table, a line for each workload as soon as it is known, and the geometric means of the ratios. */
final class PeerTable {

    private static final Way[] WAYS = Way.values();

    private static final List<Ratio> RATIOS = List.of(
            new Ratio("Siddhi/Object[]", Way.SIDDHI, Way.BOXED),
            new Ratio("Siddhi/typed", Way.SIDDHI, Way.TYPED),
            new Ratio("Siddhi/columns", Way.SIDDHI, Way.COLUMNS),
            new Ratio("Esper/typed", Way.ESPER, Way.TYPED),
            new Ratio("typed/loop", Way.TYPED, Way.LOOP),
            new Ratio("256/loop", Way.BATCH, Way.LOOP),
            new Ratio("columns/loop", Way.COLUMNS, Way.LOOP));

    private static final String LEGEND = """
            ns: processor time of the process for an event. The ways of a line take turns in one process, a slice each; the lowest and
            the highest slice are left out.
            B: bytes allocated for an event by the sending thread. typed 256: batches of 256; columns: such batches, an array for
            each column, and a dictionary for the key; all others one event after another.
            loop: written by hand for this query, one call an event, a string for a key.
            """;

    private final PrintStream out;
    private final List<List<Double>> ratios = new ArrayList<>();
    private final Figures figures = new Figures();

    PeerTable(PrintStream out) {
        this.out = out;
        RATIOS.forEach(ratio -> ratios.add(new ArrayList<>()));
        out.printf("%-36s", "");
        Arrays.stream(WAYS).forEach(way -> out.printf("%10s", way.label()));
        RATIOS.forEach(ratio -> out.printf("%17s", ratio.label()));
        out.printf("%12s%12s%n", "typed B", "Object[] B");
    }

    /** Prints the line of a workload. */
    void add(Workload workload, Map<Way, Cost> costs) {
        out.printf("%-6s%-30s", workload.id(), workload.title());
        for (Way way : WAYS) {
            out.printf("%10s", costs.containsKey(way) ? nanos(costs.get(way).nanos()) : "-");
        }
        costs.forEach((way, cost) -> {
            String subject = workload.id() + " " + workload.title();
            figures.add(subject, way.label(), "ns", cost.nanos());
            figures.add(subject, way.label(), "bytes", cost.bytes());
        });
        for (int i = 0; i < RATIOS.size(); i++) {
            printRatio(RATIOS.get(i), costs, ratios.get(i));
        }
        out.printf("%12s%12s%n", bytes(costs.get(Way.TYPED)), bytes(costs.get(Way.BOXED)));
        out.flush();
    }

    private void printRatio(Ratio ratio, Map<Way, Cost> costs, List<Double> all) {
        if (costs.containsKey(ratio.over()) && costs.containsKey(ratio.under())) {
            double value =
                    costs.get(ratio.over()).nanos() / costs.get(ratio.under()).nanos();
            all.add(value);
            out.printf("%17.2f", value);
        } else {
            out.printf("%17s", "-");
        }
    }

    /** All numbers so far. */
    Figures figures() {
        return figures;
    }

    /** Prints the means. */
    void end() {
        out.printf("%-36s%s", "geometric mean", " ".repeat(10 * WAYS.length));
        ratios.forEach(all -> out.printf("%17.2f", mean(all)));
        out.println();
        out.printf("%-36s%s", "smallest", " ".repeat(10 * WAYS.length));
        ratios.forEach(all -> out.printf("%17.2f", all.isEmpty() ? Double.NaN : Collections.min(all)));
        out.printf("%n%s", LEGEND);
    }

    private static double mean(List<Double> values) {
        return Math.exp(values.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
    }

    private static String nanos(double nanos) {
        return (nanos < 100 ? "%.1f" : "%,.0f").formatted(nanos);
    }

    private static String bytes(Cost cost) {
        return cost == null ? "-" : "%.2f".formatted(cost.bytes());
    }

    private record Ratio(String label, Way over, Way under) {}
}
