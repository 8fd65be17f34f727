package eventflux.bench.peer;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Seeded rows that are sent again and again, with a time that goes on. Boxed values are made beforehand, so that what an engine
 * allocates is its own. Written by the sending thread only.
 */
public final class Trades {

    /** Rows in one round, which is one second of event time. */
    public static final int ROWS = 10_240;

    /** Rows that share a time, and that are sent together by those who send several. */
    static final int STEP_ROWS = 256;

    private static final int STEP_MILLIS = 1_000 * STEP_ROWS / ROWS;
    private static final int SYMBOLS = 1_000;
    private static final int TIME_COLUMN = 3;
    private static final double PRICES_PER_UNIT = 8.0;
    private static final long HIGHEST_VOLUME = 10_000L;

    private final String[] symbols = new String[ROWS];
    private final double[] prices = new double[ROWS];
    private final long[] volumes = new long[ROWS];
    private final Object[][] boxed = new Object[ROWS][];
    private long time = 1_500_000_000_000L - STEP_MILLIS;

    /** The same rows every time. */
    public Trades() {
        SplittableRandom random = new SplittableRandom(20_170_101L);
        int[] order = shuffled(random);
        String[] names =
                IntStream.range(0, SYMBOLS).mapToObj("S%03d"::formatted).toArray(String[]::new);
        for (int i = 0; i < ROWS; i++) {
            symbols[i] = names[random.nextInt(SYMBOLS)];
            // Eighths are exact in binary, so sums do not depend on the order of additions.
            prices[i] = order[i] / PRICES_PER_UNIT;
            volumes[i] = random.nextLong(HIGHEST_VOLUME);
            boxed[i] = new Object[] {symbols[i], prices[i], volumes[i], time};
        }
    }

    // No price comes twice in a round: when one of two equal values leaves, Siddhi's sliding maximum forgets both.
    private static int[] shuffled(SplittableRandom random) {
        int[] order = IntStream.range(0, ROWS).toArray();
        for (int i = ROWS - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** Goes on to the next time, that of the step which begins with this row. */
    void advance() {
        time += STEP_MILLIS;
    }

    /** As {@link #advance()}, and puts one boxed time into the boxed rows of the step. */
    void advanceBoxed(int firstRow) {
        advance();
        Long now = time;
        for (int i = firstRow; i < firstRow + STEP_ROWS; i++) {
            boxed[i][TIME_COLUMN] = now;
        }
    }

    long time() {
        return time;
    }

    String symbol(int row) {
        return symbols[row];
    }

    double price(int row) {
        return prices[row];
    }

    long volume(int row) {
        return volumes[row];
    }

    Object[] boxed(int row) {
        return boxed[row];
    }
}
