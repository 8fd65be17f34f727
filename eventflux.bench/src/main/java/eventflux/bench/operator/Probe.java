package eventflux.bench.operator;

import com.sun.management.ThreadMXBean;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.RowAppender;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * An engine with one question, and rows for it: ten rows share a millisecond, every second row is a quote. Used by one thread.
 */
public final class Probe implements AutoCloseable {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROWS = 1 << 16;
    /** Prices are below this. */
    static final int PRICES = 1_000;

    private static final int ROWS_A_MILLI = 10;
    private static final int SLICES = 15;
    private static final int BATCH = 256;

    private final EventFluxManager manager = EventFluxManager.create();
    private final RowAppender trades;
    private final RowAppender quotes;
    private final String[] symbols;
    private final int[] symbol = new int[ROWS];
    private final double[] prices = new double[ROWS];
    private final int batch;
    // Both written by the measuring thread.
    private long sent;
    private long results;

    /** Starts an application; a batch of one is an event sent by itself. */
    public Probe(Question question, int batch) {
        this.batch = batch;
        symbols = IntStream.range(0, question.keys()).mapToObj("S%d"::formatted).toArray(String[]::new);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < ROWS; i++) {
            symbol[i] = random.nextInt(symbols.length);
            prices[i] = random.nextInt(PRICES * 8) / 8.0;
        }
        EventFluxAppRuntime app = manager.createEventFluxAppRuntime(question.application());
        app.addRowCallback("Results", row -> results++);
        app.start();
        trades = app.inputHandler("Trades").appender();
        quotes = app.inputHandler("Quotes").appender();
    }

    /** One that sends batches. */
    static Probe ofBatches(Question question) {
        return new Probe(question, BATCH);
    }

    /**
     * What an event costs.
     *
     * @param nanos processor time of the thread, the lower quartile of the slices
     * @param bytes allocated by the thread, the mean of all slices
     */
    record Cost(double nanos, double bytes) {}

    /** How many rows have come out. */
    public long results() {
        return results;
    }

    /** Sends one row of each symbol, in order, into both streams. */
    void sendEachSymbol() {
        for (int i = 0; i < symbols.length; i++) {
            append(trades, symbols[i], i % ROWS);
            append(quotes, symbols[i], i % ROWS);
            sent++;
        }
    }

    /** Sends rows. */
    public void send(long rows) {
        for (long i = 0; i < rows; i++) {
            int row = (int) (sent & ROWS - 1);
            append((sent & 1) == 0 ? trades : quotes, symbols[symbol[row]], row);
            sent++;
        }
        trades.flush();
        quotes.flush();
    }

    private void append(RowAppender to, String key, int row) {
        long time = 1_000_000 + sent / ROWS_A_MILLI;
        to.begin(time)
                .setString(0, key)
                .setDouble(1, prices[row])
                .setLong(2, row)
                .setBoolean(3, prices[row] > PRICES / 2)
                .setLong(4, time)
                .commit();
        if (to.pending() >= batch) {
            to.flush();
        }
    }

    /** Measures, after so many rows that everything has been compiled and has its size. */
    Cost measure(long warmRows, long rowsASlice) {
        send(warmRows);
        double[] nanos = new double[SLICES];
        long bytes = 0;
        for (int i = 0; i < SLICES; i++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long begin = THREADS.getCurrentThreadCpuTime();
            send(rowsASlice);
            nanos[i] = (double) (THREADS.getCurrentThreadCpuTime() - begin) / rowsASlice;
            bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
        }
        Arrays.sort(nanos);
        return new Cost(nanos[SLICES / 4], (double) bytes / SLICES / rowsASlice);
    }

    /** Bytes that the calling thread allocates while it sends rows. */
    public long allocatedBy(long rows) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        send(rows);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Override
    public void close() {
        manager.close();
    }
}
