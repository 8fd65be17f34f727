package eventflux.bench.peer;

import eventflux.api.event.Dictionary;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Seeded rows. Boxed values are made beforehand, so that what an engine allocates is its own. Shared by contenders that take
 * turns.
 */
public final class Trades {

    /** Every price is below this, and a multiple of an eighth. */
    public static final double PRICE_LIMIT = 16_384;

    /** Every volume is below this. */
    public static final long VOLUME_LIMIT = 10_000;

    /** Rows that share a time, and that are sent together by those who send several. */
    static final int STEP_ROWS = 256;

    /** Time from one step to the next: 10,240 rows a second. */
    static final int STEP_MILLIS = 25;

    static final int TIME_COLUMN = 3;

    private static final int ROWS = 1 << 17;

    private final String[] symbols = new String[ROWS];
    private final int[] places = new int[ROWS];
    private final Dictionary dictionary;
    private final double[] prices = new double[ROWS];
    private final long[] volumes = new long[ROWS];
    private final Object[][] boxed = new Object[ROWS][];

    /** The same rows every time. */
    public Trades(int symbolCount) {
        SplittableRandom random = new SplittableRandom(20_170_101L);
        int[] order = shuffled(random);
        String[] names = names(symbolCount);
        dictionary = Dictionary.of(names);
        for (int i = 0; i < ROWS; i++) {
            places[i] = random.nextInt(symbolCount);
            symbols[i] = names[places[i]];
            // Eighths are exact in binary, so sums do not depend on the order of additions.
            prices[i] = order[i] * (PRICE_LIMIT / ROWS);
            volumes[i] = random.nextLong(VOLUME_LIMIT);
            boxed[i] = new Object[] {symbols[i], prices[i], volumes[i], 0L};
        }
    }

    /** The symbols that rows have, when there are so many. */
    public static String[] names(int symbolCount) {
        return IntStream.range(0, symbolCount).mapToObj("S%03d"::formatted).toArray(String[]::new);
    }

    // No price comes twice: when one of two equal values leaves, Siddhi's sliding maximum forgets both.
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

    int rows() {
        return ROWS;
    }

    String symbol(int row) {
        return symbols[row];
    }

    /** The symbols, and where among them that of each row is. */
    Dictionary dictionary() {
        return dictionary;
    }

    int[] places() {
        return places;
    }

    double[] prices() {
        return prices;
    }

    long[] volumes() {
        return volumes;
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
