package eventflux.bench.deploy;

import com.sun.management.ThreadMXBean;
import eventflux.bench.peer.Lane;
import eventflux.bench.peer.Trades;
import eventflux.bench.peer.Way;
import eventflux.bench.report.Chart;
import eventflux.bench.report.Figures;
import eventflux.bench.report.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Prints how long it takes from a text to the end of the first rows: applications of 1 to 10,000 queries in a warm process, and one
 * query in a process that has just been started. Peers deploy 100 queries at most, unless the word {@code all} is said: they take
 * minutes. Run as {@code eventflux.bench/bench deploy [all]}.
 */
public final class DeployCost {

    private static final List<Way> WAYS = List.of(Way.SIDDHI, Way.ESPER, Way.TYPED);
    private static final List<Integer> SIZES = List.of(1, 100, 1_000, 10_000);
    private static final int MOST_FOR_PEERS = 100;
    private static final int ROUNDS = 5;
    private static final int WARM_QUERIES = 100;
    private static final int WARM_ROUNDS = 30;
    private static final double PATIENCE_MILLIS = 5_000;
    private static final double NANOS_A_MILLI = 1e6;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Figures figures = new Figures();
    private final Trades trades = new Trades(1_000);
    private final int mostForPeers;

    private DeployCost(int mostForPeers) {
        this.mostForPeers = mostForPeers;
    }

    /**
     * Measures and prints.
     *
     * @param args {@code all}; {@code --save=FILE}
     * @throws IOException when a file can't be written
     */
    public static void main(String[] args) throws IOException {
        boolean isAll = Output.others(args).contains("all");
        DeployCost cost = new DeployCost(isAll ? MOST_FOR_PEERS * 10 : MOST_FOR_PEERS);
        cost.run();
        new Output(args).write(cost.figures, new Chart("Deploying queries", "ms", true));
        Runtime.getRuntime().halt(0);
    }

    /**
     * How long something took.
     *
     * @param wall milliseconds that passed
     * @param processor milliseconds of processor time
     */
    private record Spent(double wall, double processor) {}

    private void run() {
        System.out.printf("%-16s", "");
        WAYS.forEach(way -> System.out.printf("%24s", label(way)));
        System.out.println();
        line("cold start", way -> way == Way.ESPER ? null : median(() -> cold(way)));
        for (int i = 0; i < WARM_ROUNDS; i++) {
            deploy(Way.TYPED, WARM_QUERIES);
        }
        for (int size : SIZES) {
            line(
                    "%,d queries".formatted(size),
                    way -> way != Way.TYPED && size > mostForPeers ? null : median(() -> deploy(way, size)));
        }
        System.out.println(
                "Milliseconds that passed, and of processor time: of the process for a cold start, otherwise of the thread"
                        + " that deploys. Medians of " + ROUNDS + "; of 1 for what takes long.");
    }

    private interface Measured {
        Spent by(Way way);
    }

    private static String label(Way way) {
        return way == Way.TYPED ? "EventFlux" : way.label();
    }

    private void line(String subject, Measured measured) {
        System.out.printf("%-16s", subject);
        for (Way way : WAYS) {
            Spent spent = measured.by(way);
            if (spent == null) {
                System.out.printf("%24s", "-");
            } else {
                figures.add(subject, label(way), "wall ms", spent.wall());
                figures.add(subject, label(way), "ms", spent.processor());
                System.out.printf(Locale.ROOT, "%,12.1f%,12.1f", spent.wall(), spent.processor());
            }
        }
        System.out.println();
    }

    private static Spent median(Supplier<Spent> run) {
        Spent first = run.get();
        if (first.wall() > PATIENCE_MILLIS) {
            return first;
        }
        Spent[] all = new Spent[ROUNDS];
        all[0] = first;
        for (int i = 1; i < ROUNDS; i++) {
            all[i] = run.get();
        }
        Arrays.sort(all, Comparator.comparingDouble(Spent::processor));
        return all[ROUNDS / 2];
    }

    private Spent deploy(Way way, int queries) {
        RuleMix rules = new RuleMix(queries);
        long wall = System.nanoTime();
        long processor = THREADS.getCurrentThreadCpuTime();
        Lane lane = new Lane(rules, way, trades);
        lane.results().stopKeeping();
        lane.send(1);
        Spent spent = new Spent(
                (System.nanoTime() - wall) / NANOS_A_MILLI,
                (THREADS.getCurrentThreadCpuTime() - processor) / NANOS_A_MILLI);
        lane.close();
        return spent;
    }

    private static Spent cold(Way way) {
        try {
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            FirstResult.class.getName(),
                            way.name())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Spent spent = new Spent(Double.NaN, Double.NaN);
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(FirstResult.SEEN)) {
                        double processor = Double.parseDouble(line.substring(FirstResult.SEEN.length()));
                        spent = new Spent((System.nanoTime() - begin) / NANOS_A_MILLI, processor);
                    }
                }
            }
            return spent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
