package eventflux.bench.partition;

import com.sun.management.ThreadMXBean;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.RowAppender;
import eventflux.bench.memory.UsedMemory;
import eventflux.bench.report.Chart;
import eventflux.bench.report.Figures;
import eventflux.bench.report.Output;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Prints what {@code partition by symbol, length(10) avg} costs with a thousand to a million keys: CPU nanoseconds and allocated
 * bytes an event, the same of a loop written by hand, and bytes of memory a key. The second figure of a million keys is with one
 * row a key. Run as {@code eventflux.bench/bench partitions}.
 */
public final class PartitionCost {

    private static final String TEXT = "define stream Trades (symbol string, price double, volume long);"
            + " partition with (symbol of Trades) begin"
            + " from Trades#window.length(10) select symbol, avg(price) as mean insert into Results; end;";
    private static final int[] KEYS = {1_000, 10_000, 100_000, 1_000_000};
    private static final int BATCH = 256;
    private static final int MEASURED_ROWS = 4_000_000;
    private static final int WARM_ROUNDS = 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String[] symbols;
    private final int[] order;
    // Written by the measuring thread; read, so that nothing is optimised away.
    private double total;

    private PartitionCost(int keys) {
        SplittableRandom random = new SplittableRandom(7);
        symbols = IntStream.range(0, keys).mapToObj("S%07d"::formatted).toArray(String[]::new);
        order = random.ints(1 << 20, 0, keys).toArray();
    }

    /**
     * Measures and prints.
     *
     * @param args {@code --save=FILE}
     * @throws IOException when a file can't be written
     */
    public static void main(String[] args) throws IOException {
        Figures figures = new Figures();
        System.out.printf(
                "%-10s %14s %14s %12s %14s %12s%n",
                "keys", "single ns", "batch 256 ns", "bytes/event", "row loop ns", "bytes/key");
        for (int keys : KEYS) {
            new PartitionCost(keys).measure(keys, figures);
        }
        new Output(args).write(figures, new Chart("Processor time of an event by keys", "ns", true));
    }

    private void measure(int keys, Figures figures) {
        Cost loop = loop();
        long before = UsedMemory.bytes();
        try (EventFluxManager manager = EventFluxManager.create()) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(TEXT);
            app.addRowCallback("Results", row -> total += row.getDouble(1));
            app.start();
            RowAppender appender = app.inputHandler("Trades").appender();
            for (int key = 0; key < keys; key++) {
                append(appender, symbols[key], key);
            }
            long bytesPerKey = (UsedMemory.bytes() - before) / keys;
            Cost single = engine(appender, 1);
            Cost batch = engine(appender, BATCH);
            String subject = "%,d".formatted(keys);
            figures.add(subject, "one by one", "ns", single.nanos());
            figures.add(subject, "batches of 256", "ns", batch.nanos());
            figures.add(subject, "loop", "ns", loop.nanos());
            figures.add(subject, "one by one", "bytes a key", bytesPerKey);
            System.out.printf(
                    "%-10d %14.0f %14.0f %12.2f %14.0f %12d%n",
                    keys, single.nanos(), batch.nanos(), batch.bytes(), loop.nanos(), bytesPerKey);
        }
    }

    private record Cost(double nanos, double bytes) {}

    private Cost engine(RowAppender appender, int batch) {
        return cost(rows -> {
            for (int i = 0; i < rows; i++) {
                int row = i & order.length - 1;
                appender.begin(1_000 + i)
                        .setString(0, symbols[order[row]])
                        .setDouble(1, row & 1023)
                        .setLong(2, row)
                        .commit();
                if ((i + 1) % batch == 0) {
                    appender.flush();
                }
            }
            appender.flush();
        });
    }

    private Cost loop() {
        KeyedLoop loop = new KeyedLoop();
        return cost(rows -> {
            for (int i = 0; i < rows; i++) {
                int row = i & order.length - 1;
                total += loop.add(symbols[order[row]], row & 1023);
            }
        });
    }

    @FunctionalInterface
    private interface Rows {
        void send(int count);
    }

    private static Cost cost(Rows rows) {
        for (int round = 0; round < WARM_ROUNDS; round++) {
            rows.send(MEASURED_ROWS / WARM_ROUNDS);
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        rows.send(MEASURED_ROWS);
        return new Cost(
                (double) (THREADS.getCurrentThreadCpuTime() - nanos) / MEASURED_ROWS,
                (double) (THREADS.getCurrentThreadAllocatedBytes() - bytes) / MEASURED_ROWS);
    }

    private static void append(RowAppender appender, String symbol, int value) {
        appender.begin(1_000)
                .setString(0, symbol)
                .setDouble(1, value)
                .setLong(2, value)
                .commit();
        appender.flush();
    }
}
