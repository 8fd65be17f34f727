package eventflux.bench.partition;

import java.util.HashMap;
import java.util.Map;

/** The average over the last ten prices of each symbol, by hand: one object a symbol, one call a row. */
final class KeyedLoop {

    private static final int LENGTH = 10;

    private final Map<String, Window> windows = new HashMap<>();

    private static final class Window {

        private final double[] prices = new double[LENGTH];
        private double sum;
        private int count;

        double add(double price) {
            int place = count % LENGTH;
            sum += price - prices[place];
            prices[place] = price;
            count++;
            return sum / Math.min(count, LENGTH);
        }
    }

    double add(String symbol, double price) {
        return windows.computeIfAbsent(symbol, name -> new Window()).add(price);
    }
}
