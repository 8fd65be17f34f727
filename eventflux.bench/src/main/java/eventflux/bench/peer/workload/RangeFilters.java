package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Trades;
import eventflux.bench.peer.Workload;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Many filters on one stream, of which each row passes one.
 *
 * @param title says how many
 * @param queries how many
 */
record RangeFilters(String title, int queries) implements Workload {

    @Override
    public String id() {
        return "W11";
    }

    private double bound(int query) {
        return Trades.PRICE_LIMIT * query / queries;
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder(DEFINITION);
        for (int i = 0; i < queries; i++) {
            text.append("from Trades[price >= %s and price < %s] select symbol, price insert into Results;%n"
                    .formatted(bound(i), bound(i + 1)));
        }
        return text.toString();
    }

    @Override
    public String esper() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < queries; i++) {
            text.append(
                    "@EventRepresentation(objectarray) select symbol, price from Trades(price >= %s and price < %s);%n"
                            .formatted(bound(i), bound(i + 1)));
        }
        return text.toString();
    }

    @Override
    public RowLoop loop(Results results) {
        NavigableMap<Double, Integer> byBegin = new TreeMap<>();
        for (int i = 0; i < queries; i++) {
            byBegin.put(bound(i), i);
        }
        return (input, time, symbol, price, volume) -> {
            if (byBegin.floorEntry(price) != null) {
                results.add(price);
                if (results.isKeeping()) {
                    results.keep(symbol, price);
                }
            }
        };
    }
}
