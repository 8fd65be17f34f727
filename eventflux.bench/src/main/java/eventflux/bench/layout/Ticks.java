package eventflux.bench.layout;

import java.util.SplittableRandom;

/** Seeded trades as typed values: what a source mapper has in its hands before a batch is filled. */
record Ticks(int[] symbol, double[] price, long[] volume, long[] time) {

    static final int SYMBOLS = 1_000;
    static final double HIGHEST_PRICE = 1_000.0;
    static final long HIGHEST_VOLUME = 10_000L;

    static Ticks seeded(int count) {
        SplittableRandom random = new SplittableRandom(20_170_101L);
        Ticks ticks = new Ticks(new int[count], new double[count], new long[count], new long[count]);
        for (int i = 0; i < count; i++) {
            ticks.symbol[i] = random.nextInt(SYMBOLS);
            // Quarters are exact in binary, so sums do not depend on the order of additions.
            ticks.price[i] = random.nextInt((int) HIGHEST_PRICE * 4) / 4.0;
            ticks.volume[i] = random.nextLong(HIGHEST_VOLUME);
            ticks.time[i] = 1_500_000_000_000L + i;
        }
        return ticks;
    }

    int count() {
        return symbol.length;
    }
}
