package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Workload;
import java.util.HashMap;
import java.util.Map;

/** Three rising prices of a symbol, one directly after the other. */
final class RisingSequence implements Workload {

    @Override
    public String id() {
        return "W9";
    }

    @Override
    public String title() {
        return "3 rising prices, partitioned";
    }

    @Override
    public String text() {
        return DEFINITION + "partition with (symbol of Trades) begin\n"
                + "from every e1=Trades, e2=Trades[price > e1.price], e3=Trades[price > e2.price]"
                + " select e1.symbol as symbol, e1.price as low, e3.price as high insert into Results;\nend;";
    }

    @Override
    public String esper() {
        return "@EventRepresentation(objectarray) select symbol, low, high from Trades match_recognize (partition by symbol"
                + " measures A.symbol as symbol, A.price as low, C.price as high"
                + " all matches after match skip to next row pattern (A B C)"
                + " define B as B.price > A.price, C as C.price > B.price)";
    }

    @Override
    public RowLoop loop(Results results) {
        return new Loop(results);
    }

    private static final class Last {

        private double before = Double.POSITIVE_INFINITY;
        private double price = Double.POSITIVE_INFINITY;
    }

    private static final class Loop implements RowLoop {

        private final Results results;
        private final Map<String, Last> prices = new HashMap<>();

        Loop(Results results) {
            this.results = results;
        }

        @Override
        public void process(int input, long time, String symbol, double price, long volume) {
            Last last = prices.get(symbol);
            if (last == null) {
                last = new Last();
                prices.put(symbol, last);
            }
            if (price > last.price && last.price > last.before) {
                emit(symbol, last.before, price);
            }
            last.before = last.price;
            last.price = price;
        }

        private void emit(String symbol, double low, double high) {
            results.add(low);
            if (results.isKeeping()) {
                results.keep(symbol, low, high);
            }
        }
    }
}
