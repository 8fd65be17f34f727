package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Trades;
import eventflux.bench.peer.Workload;
import java.util.Arrays;
import java.util.Set;

/** Many comparisons of one text on one stream, of which each row passes one.
 *
 * @param title says how many
 * @param queries how many
 */
record EqualityFilters(String title, int queries) implements Workload {

    @Override
    public String id() {
        return "W11";
    }

    @Override
    public int symbols() {
        return queries;
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder(DEFINITION);
        for (String name : Trades.names(queries)) {
            text.append("from Trades[symbol == '%s'] select symbol, price insert into Results;%n".formatted(name));
        }
        return text.toString();
    }

    @Override
    public String esper() {
        StringBuilder text = new StringBuilder();
        for (String name : Trades.names(queries)) {
            text.append("@EventRepresentation(objectarray) select symbol, price from Trades(symbol = '%s');%n"
                    .formatted(name));
        }
        return text.toString();
    }

    @Override
    public RowLoop loop(Results results) {
        Set<String> wanted = Set.copyOf(Arrays.asList(Trades.names(queries)));
        return (input, time, symbol, price, volume) -> {
            if (wanted.contains(symbol)) {
                results.add(price);
                if (results.isKeeping()) {
                    results.keep(symbol, price);
                }
            }
        };
    }
}
