package eventflux.bench.layout;

/** Dense state of {@code sum, avg, count ... group by symbol}, indexed by the code of the symbol. */
final class Totals {

    final double[] sum = new double[Ticks.SYMBOLS];
    final double[] average = new double[Ticks.SYMBOLS];
    final long[] count = new long[Ticks.SYMBOLS];

    void add(int code, double price) {
        double total = sum[code] + price;
        long rows = count[code] + 1;
        sum[code] = total;
        count[code] = rows;
        average[code] = total / rows;
    }
}
