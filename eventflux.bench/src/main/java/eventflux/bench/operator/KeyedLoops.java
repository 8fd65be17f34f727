package eventflux.bench.operator;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * What programs written for one question do with keys that are numbers already: what they cost with few keys and with many shows how much of
 * an engine's curve is the machine's, whose caches end. Used by one thread.
 */
final class KeyedLoops {

    private static final int WARM_ROWS = 1_000_000;
    private static final int ROWS_A_SLICE = 50_000;

    private final int keys;
    private final SplittableRandom random = new SplittableRandom(11);
    // Written by the measuring thread, so that nothing is optimised away.
    private double total;

    KeyedLoops(int keys) {
        this.keys = keys;
    }

    /** A sum for each key. */
    double groups() {
        Long2ObjectHashMap<double[]> sums = new Long2ObjectHashMap<>();
        return measure(key -> {
            double[] sum = sums.get(key);
            if (sum == null) {
                sum = new double[1];
                sums.put(key, sum);
            }
            sum[0] += key;
            total += sum[0];
        });
    }

    /** A row for each key, written and read in turns. */
    double table() {
        Long2ObjectHashMap<double[]> rows = new Long2ObjectHashMap<>();
        boolean[] isQuery = new boolean[1];
        return measure(key -> {
            double[] row = rows.get(key);
            isQuery[0] ^= true;
            if (isQuery[0]) {
                total += row == null ? 0 : row[0];
            } else if (row == null) {
                rows.put(key, new double[] {key});
            } else {
                row[0] = key;
            }
        });
    }

    /** Two windows of as many rows as there are keys, and the pairs of equal keys. */
    double join() {
        Window trades = new Window(keys);
        Window quotes = new Window(keys);
        boolean[] isQuote = new boolean[1];
        return measure(key -> {
            isQuote[0] ^= true;
            Window own = isQuote[0] ? quotes : trades;
            own.add(key, key);
            total += (isQuote[0] ? trades : quotes).sumOf(key);
        });
    }

    /** The last rows, by key. */
    private static final class Window {

        private final int length;
        private final ArrayDeque<Row> rows = new ArrayDeque<>();
        private final Long2ObjectHashMap<ArrayDeque<Row>> byKey = new Long2ObjectHashMap<>();

        Window(int length) {
            this.length = length;
        }

        void add(long key, double price) {
            Row row = new Row(key, price);
            rows.add(row);
            byKey.computeIfAbsent(key, absent -> new ArrayDeque<>(2)).add(row);
            if (rows.size() > length) {
                byKey.get(rows.remove().key()).remove();
            }
        }

        double sumOf(long key) {
            ArrayDeque<Row> partners = byKey.get(key);
            double sum = 0;
            if (partners != null) {
                for (Row partner : partners) {
                    sum += partner.price();
                }
            }
            return sum;
        }
    }

    private record Row(long key, double price) {}

    private double measure(IntConsumer loop) {
        for (int key = 0; key < keys; key++) {
            loop.accept(key);
            loop.accept(key);
        }
        return Cost.of(
                        rows -> {
                            for (long i = 0; i < rows; i++) {
                                loop.accept(random.nextInt(keys));
                            }
                        },
                        WARM_ROWS,
                        ROWS_A_SLICE)
                .nanos();
    }

    /** What has been summed up so far. */
    double total() {
        return total;
    }
}
