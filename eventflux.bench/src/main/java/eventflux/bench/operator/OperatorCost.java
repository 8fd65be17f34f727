package eventflux.bench.operator;

import eventflux.bench.report.Chart;
import eventflux.bench.report.Figures;
import eventflux.bench.report.Output;
import java.io.IOException;
import java.util.List;

/**
 * Prints what an event costs for every kind of operator, every window and every aggregator, sent by itself and in batches. Run as
 * {@code eventflux.bench/bench operators [WORD]}.
 */
public final class OperatorCost {

    private static final int WARM_ROWS = 600_000;
    private static final int ROWS_A_SLICE = 20_000;

    private OperatorCost() {}

    /**
     * Measures and prints.
     *
     * @param args a word of the names of those that are wanted; {@code --save=FILE}
     * @throws IOException when a file can't be written
     */
    public static void main(String[] args) throws IOException {
        List<String> words = Output.others(args);
        Figures figures = new Figures();
        System.out.printf("%-32s%12s%12s%14s%14s%n", "", "single ns", "batch ns", "single bytes", "batch bytes");
        Questions.all()
                .filter(question -> words.isEmpty() || question.name().contains(words.get(0)))
                .forEach(question -> measure(question, figures));
        System.out.println(
                "An event, half of them on a stream that some questions do not read; processor time of the thread.");
        new Output(args).write(figures, new Chart("Processor time of an event by operator", "ns", false));
    }

    private static void measure(Question question, Figures figures) {
        try (Probe single = new Probe(question, 1);
                Probe batches = Probe.ofBatches(question)) {
            Cost one = single.measure(WARM_ROWS, ROWS_A_SLICE);
            Cost many = batches.measure(WARM_ROWS, ROWS_A_SLICE);
            figures.add(question.name(), "single", "ns", one.nanos());
            figures.add(question.name(), "batch", "ns", many.nanos());
            figures.add(question.name(), "single", "bytes", one.bytes());
            figures.add(question.name(), "batch", "bytes", many.bytes());
            System.out.printf(
                    "%-32s%12.0f%12.0f%14.3f%14.3f%n",
                    question.name(), one.nanos(), many.nanos(), one.bytes(), many.bytes());
        }
    }
}
