package eventflux.bench.memory;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.bench.report.Chart;
import eventflux.bench.report.Figures;
import eventflux.bench.report.Output;
import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.stream.input.InputHandler;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints bytes a row of a window, a group and a partition: memory after a collection, inside the heap and outside, with all of them
 * less memory with none. The texts that keys are belong to whoever keeps them: the program keeps none. Run as
 * {@code eventflux.bench/bench memory}.
 */
public final class MemoryCost {

    private static final String DEFINITION =
            "define stream Trades (symbol string, price double, volume long, ts long);";
    private static final String INTO = " insert into Results;";

    private static final List<Subject> SUBJECTS = List.of(
            new Subject(
                    "row of a window",
                    1_000_000,
                    1_000,
                    "from Trades#window.length(1000000) select avg(price) as mean" + INTO),
            new Subject(
                    "row of a tumbling window, 1,000 groups",
                    1_000_000,
                    1_000,
                    "from Trades#window.lengthBatch(2000000) select symbol, avg(price) as mean group by symbol" + INTO),
            new Subject(
                    "group",
                    1_000_000,
                    1_000_000,
                    "from Trades select symbol, sum(price) as total, count() as trades group by symbol" + INTO),
            new Subject(
                    "partition, length(10) with one row",
                    200_000,
                    200_000,
                    "partition with (symbol of Trades) begin from Trades#window.length(10) select avg(price) as mean"
                            + INTO + " end;"),
            new Subject(
                    "partition, pattern begun",
                    200_000,
                    200_000,
                    "partition with (symbol of Trades) begin from e1=Trades, e2=Trades[price > e1.price]"
                            + " select e1.price as low, e2.price as high" + INTO + " end;"));

    private static final long PAUSE_NANOS = 300_000_000;

    private MemoryCost() {}

    /**
     * What is counted.
     *
     * @param name for people
     * @param count how many there are
     * @param symbols how many symbols the rows have
     * @param query makes them
     */
    private record Subject(String name, int count, int symbols, String query) {

        Object[] row(int i) {
            return new Object[] {"S%07d".formatted(i % symbols), (double) (count - i), (long) i, (long) i};
        }
    }

    /**
     * Measures and prints.
     *
     * @param args {@code --save=FILE}
     * @throws IOException when a file can't be written
     */
    public static void main(String[] args) throws IOException {
        Figures figures = new Figures();
        System.out.printf("%-40s%12s%12s%12s%10s%n", "bytes a", "count", "Siddhi", "EventFlux", "quotient");
        for (Subject subject : SUBJECTS) {
            double ours = eventFlux(subject);
            double theirs = siddhi(subject);
            figures.add(subject.name(), "Siddhi", "bytes", theirs);
            figures.add(subject.name(), "EventFlux", "bytes", ours);
            System.out.printf(
                    "%-40s%,12d%12.0f%12.0f%10.2f%n", subject.name(), subject.count(), theirs, ours, ours / theirs);
        }
        new Output(args).write(figures, new Chart("Memory", "bytes", false));
        Runtime.getRuntime().halt(0);
    }

    private static double eventFlux(Subject subject) {
        try (EventFluxManager manager = EventFluxManager.create()) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(DEFINITION + subject.query());
            app.start();
            var input = app.inputHandler("Trades");
            long before = memory();
            for (int i = 0; i < subject.count(); i++) {
                input.send(i, subject.row(i));
            }
            return (double) (memory() - before) / subject.count();
        }
    }

    private static double siddhi(Subject subject) {
        SiddhiManager manager = new SiddhiManager();
        SiddhiAppRuntime app = manager.createSiddhiAppRuntime(DEFINITION + subject.query());
        app.start();
        try {
            InputHandler input = app.getInputHandler("Trades");
            long before = memory();
            for (int i = 0; i < subject.count(); i++) {
                input.send(i, subject.row(i));
            }
            return (double) (memory() - before) / subject.count();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } finally {
            app.shutdown();
            manager.shutdown();
        }
    }

    // Heap after a collection, and memory outside of it, which is freed some time after its owners have been collected.
    private static long memory() {
        long before = Long.MAX_VALUE;
        long now = used();
        while (now < before) {
            before = now;
            LockSupport.parkNanos(PAUSE_NANOS);
            now = used();
        }
        return now;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return runtime.totalMemory() - runtime.freeMemory() + direct;
    }
}
