package eventflux.bench.memory;

import eventflux.bench.report.Chart;
import eventflux.bench.report.Figures;
import eventflux.bench.report.Output;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints bytes a row of a window, a group and a partition: memory after a collection, inside the heap and outside, with all of them
 * less memory with none, each in a process of its own. The texts that keys are belong to whoever keeps them: the program keeps none. Run as
 * {@code eventflux.bench/bench memory}.
 */
public final class MemoryCost {

    private static final List<String> ENGINES = List.of("Siddhi", "EventFlux");

    private MemoryCost() {}

    /**
     * Measures and prints.
     *
     * @param args {@code --save=FILE}
     * @throws IOException when a process can't be started, or a file can't be written
     */
    public static void main(String[] args) throws IOException {
        Figures figures = new Figures();
        System.out.printf("%-40s%12s%12s%12s%10s%n", "bytes a", "count", "Siddhi", "EventFlux", "quotient");
        for (Subject subject : Subject.ALL) {
            double[] bytes = new double[ENGINES.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = held(ENGINES.get(i), Subject.ALL.indexOf(subject));
                figures.add(subject.name(), ENGINES.get(i), "bytes", bytes[i]);
            }
            System.out.printf(
                    "%-40s%,12d%12.0f%12.0f%10.2f%n",
                    subject.name(), subject.count(), bytes[0], bytes[1], bytes[1] / bytes[0]);
        }
        new Output(args).write(figures, new Chart("Memory", "bytes", false));
    }

    private static double held(String engine, int subject) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx4g",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldMemory.class.getName(),
                        engine,
                        String.valueOf(subject))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Stream<String> lines = process.inputReader().lines()) {
            return lines.filter(line -> line.startsWith(HeldMemory.RESULT))
                    .mapToDouble(line -> Double.parseDouble(line.substring(HeldMemory.RESULT.length())))
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }
}
