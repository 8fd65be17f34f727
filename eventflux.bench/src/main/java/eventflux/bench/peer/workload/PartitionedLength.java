package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Workload;
import java.util.HashMap;
import java.util.Map;

/** A result for each row, over the last ten of its symbol.
 *
 * @param title says how many symbols
 * @param symbols how many
 */
record PartitionedLength(String title, int symbols) implements Workload {

    private static final int LENGTH = 10;

    @Override
    public String id() {
        return "W10";
    }

    @Override
    public int rowsToFill() {
        return symbols * LENGTH;
    }

    @Override
    public String text() {
        return DEFINITION + "partition with (symbol of Trades) begin\n"
                + "from Trades#window.length(10) select symbol, avg(price) as mean, price insert into Results;\nend;";
    }

    @Override
    public String esper() {
        return "@EventRepresentation(objectarray) select symbol, avg(price) as mean, price"
                + " from Trades#groupwin(symbol)#length(10) group by symbol";
    }

    @Override
    public RowLoop loop(Results results) {
        Map<String, Window> windows = new HashMap<>();
        return (input, time, symbol, price, volume) -> {
            Window window = windows.get(symbol);
            if (window == null) {
                window = new Window();
                windows.put(symbol, window);
            }
            double mean = window.add(price);
            results.add(mean);
            if (results.isKeeping()) {
                results.keep(symbol, mean, price);
            }
        };
    }

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
}
