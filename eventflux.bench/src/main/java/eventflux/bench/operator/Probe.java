package eventflux.bench.operator;

import com.sun.management.ThreadMXBean;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.event.RowAppender;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/**
 * An engine with one question, and rows for it: ten rows share a millisecond, every second row is a quote. Symbols come as a connector
 * brings them, as bytes that were written just now; a million texts that wait somewhere in memory would be read from there first, and their
 * way into the processor be counted as the engine's. Used by one thread.
 */
public final class Probe implements AutoCloseable {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROWS = 1 << 16;
    /** Prices are below this. */
    static final int PRICES = 1_000;

    private static final int ROWS_A_MILLI = 10;
    private static final int BATCH = 256;
    private static final int RADIX = 10;
    private static final int MAXIMUM_DIGITS = 10;

    private final EventFluxManager manager = EventFluxManager.create();
    private final RowAppender trades;
    private final RowAppender quotes;
    private final int symbols;
    private final byte[] text = new byte[MAXIMUM_DIGITS + 1];
    private final SplittableRandom random = new SplittableRandom(11);
    private final double[] prices = new double[ROWS];
    private final int batch;
    // Both written by the measuring thread.
    private long sent;
    private long results;

    /** Starts an application; a batch of one is an event sent by itself. */
    public Probe(Question question, int batch) {
        this.batch = batch;
        symbols = question.keys();
        for (int i = 0; i < ROWS; i++) {
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

    /** How many rows have come out. */
    public long results() {
        return results;
    }

    /** Sends one row of each symbol, in order, into both streams. */
    void sendEachSymbol() {
        for (int i = 0; i < symbols; i++) {
            append(trades, i, i % ROWS);
            append(quotes, i, i % ROWS);
            sent++;
        }
    }

    /** Sends rows. */
    public void send(long rows) {
        for (long i = 0; i < rows; i++) {
            int row = (int) (sent & ROWS - 1);
            append((sent & 1) == 0 ? trades : quotes, random.nextInt(symbols), row);
            sent++;
        }
        trades.flush();
        quotes.flush();
    }

    private void append(RowAppender to, int key, int row) {
        long time = 1_000_000 + sent / ROWS_A_MILLI;
        to.begin(time)
                .setUtf8(0, text, 0, write(key))
                .setDouble(1, prices[row])
                .setLong(2, row)
                .setBoolean(3, prices[row] > PRICES / 2)
                .setLong(4, time)
                .commit();
        if (to.pending() >= batch) {
            to.flush();
        }
    }

    // An S and the digits of a number; answers how many bytes.
    private int write(int key) {
        int length = 2;
        for (int rest = key; rest >= RADIX; rest /= RADIX) {
            length++;
        }
        text[0] = 'S';
        int rest = key;
        for (int at = length - 1; at > 0; at--) {
            text[at] = (byte) ('0' + rest % RADIX);
            rest /= RADIX;
        }
        return length;
    }

    /** Measures, after so many rows that everything has been compiled and has its size. */
    Cost measure(long warmRows, long rowsASlice) {
        return Cost.of(this::send, warmRows, rowsASlice);
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
