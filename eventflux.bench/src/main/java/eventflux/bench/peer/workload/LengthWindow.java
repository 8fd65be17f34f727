package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Workload;

/** A result for each row, over the last thousand. */
final class LengthWindow implements Workload {

    private static final int LENGTH = 1_000;

    @Override
    public String id() {
        return "W3";
    }

    @Override
    public String title() {
        return "length(1000): sum, avg, max";
    }

    @Override
    public int rowsToFill() {
        return LENGTH;
    }

    @Override
    public String text() {
        return DEFINITION + "from Trades#window.length(1000)"
                + " select symbol, sum(price) as total, avg(price) as mean, max(price) as highest insert into Results;";
    }

    @Override
    public String esper() {
        return "@EventRepresentation(objectarray) select symbol, sum(price) as total, avg(price) as mean,"
                + " max(price) as highest from Trades#length(1000)";
    }

    @Override
    public RowLoop loop(Results results) {
        return new Loop(results);
    }

    private static final class Loop implements RowLoop {

        private final Results results;
        private final double[] prices = new double[LENGTH];
        // Places of prices that nothing later is higher than, the highest first.
        private final long[] highest = new long[LENGTH];
        private long count;
        private long first;
        private long end;
        private double total;

        Loop(Results results) {
            this.results = results;
        }

        @Override
        public void process(int input, long time, String symbol, double price, long volume) {
            int place = (int) (count % LENGTH);
            total += price - prices[place];
            prices[place] = price;
            if (first < end && highest[(int) (first % LENGTH)] <= count - LENGTH) {
                first++;
            }
            while (first < end && prices[(int) (highest[(int) ((end - 1) % LENGTH)] % LENGTH)] <= price) {
                end--;
            }
            highest[(int) (end++ % LENGTH)] = count++;
            emit(symbol);
        }

        private void emit(String symbol) {
            results.add(total);
            if (results.isKeeping()) {
                double max = prices[(int) (highest[(int) (first % LENGTH)] % LENGTH)];
                results.keep(symbol, total, total / Math.min(count, LENGTH), max);
            }
        }
    }
}
