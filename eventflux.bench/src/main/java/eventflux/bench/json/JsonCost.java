package eventflux.bench.json;

import com.sun.management.ThreadMXBean;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.bench.report.Chart;
import eventflux.bench.report.Figures;
import eventflux.bench.report.Output;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Prints what a message costs that is read from JSON, filtered, and written as JSON if it passes, beside a loop by hand over Jackson's
 * parser and generator. Both take turns on one thread; what they write is compared first. Run as {@code eventflux.bench/bench json}.
 */
public final class JsonCost {

    private static final double LOWEST_PRICE = 500;
    private static final String TEXT = """
            @source(type='wire', @map(type='json'))
            define stream Trades (symbol string, price double, volume long);
            @sink(type='wire', @map(type='json'))
            define stream Results (symbol string, price double, volume long);
            from Trades[price >= %s] select symbol, price, volume insert into Results;
            """.formatted(LOWEST_PRICE);
    private static final int MESSAGES = 1 << 14;
    private static final int SLICE_ROUNDS = 4;
    private static final int WARM_SLICES = 60;
    private static final int SLICES = 21;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private JsonCost() {}

    private interface Step {
        void process(byte[] message) throws IOException;
    }

    private record Cost(double nanos, double bytes) {}

    /**
     * Measures and prints.
     *
     * @param args {@code --save=FILE}
     * @throws IOException when a message can't be read or written
     */
    public static void main(String[] args) throws IOException {
        byte[][] messages = messages();
        JacksonLoop loop = new JacksonLoop(LOWEST_PRICE);
        Figures figures = new Figures();
        try (EventFluxManager manager = EventFluxManager.create()) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(TEXT);
            app.start();
            Wire wire = Wire.OF_PROCESS;
            measure(new Step[] {wire::send, loop::process}, messages, figures);
            if (!wire.received().kept().equals(loop.received().kept())
                    || wire.received().bytes() != loop.received().bytes()) {
                throw new IllegalStateException("what came out differs");
            }
        }
        new Output(args).write(figures, new Chart("JSON in, filter, JSON out", "ns", false));
    }

    private static void measure(Step[] steps, byte[][] messages, Figures figures) throws IOException {
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
            figures.add("W13 JSON in, filter, JSON out", names[i], "ns", nanos[i]);
            figures.add("W13 JSON in, filter, JSON out", names[i], "bytes", bytes);
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

    private static byte[][] messages() {
        SplittableRandom random = new SplittableRandom(13);
        byte[][] messages = new byte[MESSAGES][];
        for (int i = 0; i < MESSAGES; i++) {
            messages[i] = "{\"symbol\":\"S%03d\",\"price\":%s,\"volume\":%d}"
                    .formatted(random.nextInt(1_000), random.nextInt(8_000) / 8.0, random.nextInt(10_000))
                    .getBytes(StandardCharsets.UTF_8);
        }
        return messages;
    }
}
