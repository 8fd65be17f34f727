package eventflux.bench.deploy;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Trades;
import eventflux.bench.peer.Workload;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rules of four shapes, each with constants of its own.
 *
 * @param queries how many
 */
record RuleMix(int queries) implements Workload {

    private static final int SHAPES = 4;
    private static final int LENGTHS = 50;

    @Override
    public String id() {
        return "W12";
    }

    @Override
    public String title() {
        return queries + " queries";
    }

    @Override
    public String text() {
        return DEFINITION + all(this::query);
    }

    private String query(int i) {
        String query = switch (i % SHAPES) {
            case 0 -> "from Trades[price >= %s and price < %s] select symbol, price".formatted(bound(i), bound(i + 1));
            case 1 -> "from Trades[symbol == 'S%03d'] select symbol, price * volume as price".formatted(i);
            case 2 ->
                "from Trades[volume > %dL]#window.length(%d) select symbol, avg(price) as price"
                        .formatted(i, length(i));
            default ->
                "from Trades[price > %s]#window.lengthBatch(%d) select symbol, sum(price) as price group by symbol"
                        .formatted(bound(i), length(i));
        };
        return query + " insert into Results;";
    }

    @Override
    public String esper() {
        return all(i -> "@EventRepresentation(objectarray) " + statement(i) + ";");
    }

    private String statement(int i) {
        return switch (i % SHAPES) {
            case 0 -> "select symbol, price from Trades(price >= %s and price < %s)".formatted(bound(i), bound(i + 1));
            case 1 -> "select symbol, price * volume as price from Trades(symbol = 'S%03d')".formatted(i);
            case 2 -> "select symbol, avg(price) as price from Trades(volume > %d)#length(%d)".formatted(i, length(i));
            default ->
                "select symbol, sum(price) as price from Trades(price > %s)#length_batch(%d) group by symbol"
                        .formatted(bound(i), length(i));
        };
    }

    @Override
    public RowLoop loop(Results results) {
        throw new UnsupportedOperationException("there is no loop to deploy");
    }

    private double bound(int query) {
        return Trades.PRICE_LIMIT * query / queries;
    }

    private static int length(int query) {
        return 1 + query % LENGTHS;
    }

    private String all(IntFunction<String> query) {
        return IntStream.range(0, queries).mapToObj(query).collect(Collectors.joining("\n"));
    }
}
