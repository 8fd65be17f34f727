package eventflux.bench.latency;

import eventflux.bench.report.Chart;
import eventflux.bench.report.Figures;
import eventflux.bench.report.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Prints percentiles of the time from when an event should have been sent to the end of its call, results included. Events are due at
 * a fixed rate, so one that waits for a slow one before it counts its waiting. Run as {@code eventflux.bench/bench latency [RATE]}.
 */
public final class Latency {

    private static final int RATE = 100_000;
    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final int WARM_SECONDS = 8;
    private static final int MEASURED_SECONDS = 10;
    private static final long HIGHEST_NANOS = 60 * NANOS_A_SECOND;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99, 100};

    private final int rate;

    private Latency(int rate) {
        this.rate = rate;
    }

    /**
     * Measures and prints.
     *
     * @param args events a second, 100,000 when it is not said; {@code --save=FILE}
     * @throws IOException when a file can't be written
     */
    public static void main(String[] args) throws IOException {
        List<String> words = Output.others(args);
        Latency latency = new Latency(words.isEmpty() ? RATE : Integer.parseInt(words.get(0)));
        Figures figures = new Figures();
        header();
        // What the machine itself withholds from a thread that only waits.
        latency.measure(new Nothing(), figures);
        for (Sender sender : List.of(new TypedSender(), new BoxedSender(), new SiddhiSender())) {
            latency.measure(sender, figures);
        }
        System.out.printf(
                "Microseconds at %,d events a second: W2, half of the events pass the filter.%n", latency.rate);
        new Output(args).write(figures, new Chart("Time of an event by percentile", "us", true));
        Runtime.getRuntime().halt(0);
    }

    private static void header() {
        System.out.printf("%-18s", "percentile");
        for (double percentile : PERCENTILES) {
            System.out.printf("%12s", percentile);
        }
        System.out.println();
    }

    private void measure(Sender sender, Figures figures) {
        try (sender) {
            run(sender, WARM_SECONDS);
            Histogram histogram = run(sender, MEASURED_SECONDS);
            List<Double> micros = new ArrayList<>();
            System.out.printf("%-18s", sender.label());
            for (double percentile : PERCENTILES) {
                double value = histogram.getValueAtPercentile(percentile) / 1e3;
                figures.add(Double.toString(percentile), sender.label(), "us", value);
                System.out.printf("%12.1f", value);
            }
            System.out.println();
        }
    }

    private Histogram run(Sender sender, int seconds) {
        Histogram histogram = new Histogram(HIGHEST_NANOS, 3);
        long events = (long) rate * seconds;
        long begin = System.nanoTime();
        for (long i = 0; i < events; i++) {
            long due = begin + i * NANOS_A_SECOND / rate;
            while (System.nanoTime() < due) {
                Thread.onSpinWait();
            }
            sender.send(i);
            histogram.recordValue(System.nanoTime() - due);
        }
        return histogram;
    }

    /** Calls nobody. */
    private static final class Nothing implements Sender {

        @Override
        public String label() {
            return "nothing";
        }

        @Override
        public void send(long event) {
            // The thread is measured, and the machine.
        }

        @Override
        public void close() {
            // Nothing was started.
        }
    }
}
