package eventflux.bench.json;

import com.sun.management.ThreadMXBean;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.bench.report.Chart;
import eventflux.bench.report.Figures;
import eventflux.bench.report.Output;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What a message costs an application that reads, filters and writes a format, beside a loop by hand that does the same. Both take turns on one
 * thread; what they write is compared.
 */
final class FormatCost {

    private static final int SLICE_ROUNDS = 4;
    private static final int WARM_SLICES = 60;
    private static final int SLICES = 21;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private final String title;

    /**
     * A measurement.
     *
     * @param name of its figures
     * @param title of its picture
     */
    FormatCost(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /** Takes one message; the loop by hand. */
    interface Step {
        void process(byte[] message) throws IOException;
    }

    private record Cost(double nanos, double bytes) {}

    /** Measures and prints. */
    void run(String text, byte[][] messages, Step loop, Received received, String... args) throws IOException {
        Figures figures = new Figures();
        try (EventFluxManager manager = EventFluxManager.create()) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(text);
            app.start();
            Wire wire = Wire.OF_PROCESS;
            measure(new Step[] {wire::send, loop}, messages, figures);
            if (!wire.received().kept().equals(received.kept())
                    || wire.received().bytes() != received.bytes()) {
                throw new IllegalStateException("what came out differs");
            }
        }
        new Output(args).write(figures, new Chart(title, "ns", false));
    }

    private void measure(Step[] steps, byte[][] messages, Figures figures) throws IOException {
        for (int slice = 0; slice < WARM_SLICES; slice++) {
            for (Step step : steps) {
                slice(step, messages);
            }
        }
        Cost[][] costs = new Cost[steps.length][SLICES];
        for (int slice = 0; slice < SLICES; slice++) {
            for (int i = 0; i < steps.length; i++) {
                costs[i][slice] = slice(steps[i], messages);
            }
        }
        String[] names = {"EventFlux", "loop"};
        double[] nanos = new double[steps.length];
        System.out.printf("%-12s%12s%12s%n", "", "ns/message", "bytes");
        for (int i = 0; i < steps.length; i++) {
            nanos[i] = median(Arrays.stream(costs[i]).mapToDouble(Cost::nanos).toArray());
            double bytes =
                    median(Arrays.stream(costs[i]).mapToDouble(Cost::bytes).toArray());
            figures.add(name, names[i], "ns", nanos[i]);
            figures.add(name, names[i], "bytes", bytes);
            System.out.printf("%-12s%12.0f%12.0f%n", names[i], nanos[i], bytes);
        }
        System.out.printf(
                "quotient %.2f; processor time of the thread, medians; half of the messages pass%n",
                nanos[0] / nanos[1]);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static Cost slice(Step step, byte[][] messages) throws IOException {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        for (int round = 0; round < SLICE_ROUNDS; round++) {
            for (byte[] message : messages) {
                step.process(message);
            }
        }
        double count = (double) SLICE_ROUNDS * messages.length;
        return new Cost(
                (THREADS.getCurrentThreadCpuTime() - nanos) / count,
                (THREADS.getCurrentThreadAllocatedBytes() - bytes) / count);
    }
}
