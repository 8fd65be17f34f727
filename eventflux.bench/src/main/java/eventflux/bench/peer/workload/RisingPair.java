package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some hundred partial matches wait for a higher price of their symbol. */
final class RisingPair implements Workload {

    private static final int LENGTH_MILLIS = 990;
    private static final long VOLUME_LIMIT = 100;

    @Override
    public String id() {
        return "W8";
    }

    @Override
    public String title() {
        return "pattern e1 -> e2 within 1 s";
    }

    @Override
    public int rowsToFill() {
        return 11_000;
    }

    @Override
    public String text() {
        return DEFINITION + "from every e1=Trades[volume < 100L]"
                + " -> e2=Trades[symbol == e1.symbol and price > e1.price * 1.05] within 990 milliseconds"
                + " select e1.symbol as symbol, e1.price as low, e2.price as high insert into Results;";
    }

    @Override
    public String esper() {
        return "@EventRepresentation(objectarray) select e1.symbol as symbol, e1.price as low, e2.price as high"
                + " from pattern [every e1=Trades(volume < 100) -> (e2=Trades(symbol = e1.symbol"
                + " and price > e1.price * 1.05) where timer:within(990 milliseconds))]";
    }

    @Override
    public RowLoop loop(Results results) {
        return new Loop(results);
    }

    private record Partial(long time, double price) {}

    private static final class Loop implements RowLoop {

        private final Results results;
        private final Map<String, List<Partial>> partials = new HashMap<>();

        Loop(Results results) {
            this.results = results;
        }

        @Override
        public void process(int input, long time, String symbol, double price, long volume) {
            List<Partial> open = partials.get(symbol);
            if (open != null) {
                match(open, time, symbol, price);
            }
            if (volume < VOLUME_LIMIT) {
                partials.computeIfAbsent(symbol, key -> new ArrayList<>()).add(new Partial(time, price));
            }
        }

        private void match(List<Partial> open, long time, String symbol, double price) {
            for (int i = 0; i < open.size(); ) {
                Partial partial = open.get(i);
                if (partial.time <= time - LENGTH_MILLIS) {
                    open.remove(i);
                } else if (price > partial.price * 1.05) {
                    open.remove(i);
                    emit(symbol, partial.price, price);
                } else {
                    i++;
                }
            }
        }

        private void emit(String symbol, double low, double high) {
            results.add(low);
            if (results.isKeeping()) {
                results.keep(symbol, low, high);
            }
        }
    }
}
