package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Trades;
import eventflux.bench.peer.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Each row finds one of ten thousand by the primary key. */
final class TableJoin implements Workload {

    private static final int ROWS = 10_000;

    @Override
    public String id() {
        return "W6";
    }

    @Override
    public String title() {
        return "join with a table of 10k rows";
    }

    @Override
    public int symbols() {
        return ROWS;
    }

    @Override
    public String text() {
        return DEFINITION + "define stream Updates (symbol string, rate double);\n"
                + "@PrimaryKey('symbol') define table Rates (symbol string, rate double);\n"
                + "from Updates select symbol, rate insert into Rates;\n"
                + "from Trades join Rates on Trades.symbol == Rates.symbol"
                + " select Trades.symbol as symbol, Trades.price * Rates.rate as worth insert into Results;";
    }

    @Override
    public String esper() {
        return "create table Rates (symbol string primary key, rate double);\n"
                + "on Updates merge into Rates as r where r.symbol = Updates.symbol"
                + " when not matched then insert select symbol, rate;\n"
                + "@EventRepresentation(objectarray) on Trades as t select t.symbol as symbol, t.price * r.rate as worth"
                + " from Rates as r where r.symbol = t.symbol";
    }

    @Override
    public Optional<Filling> filling() {
        String[] names = Trades.names(ROWS);
        List<Object[]> rows = IntStream.range(0, ROWS)
                .mapToObj(i -> new Object[] {names[i], rate(i)})
                .toList();
        return Optional.of(
                new Filling("Updates", List.of("symbol", "rate"), List.of(String.class, double.class), rows));
    }

    private static double rate(int symbol) {
        return 1 + symbol % 16;
    }

    @Override
    public RowLoop loop(Results results) {
        Map<String, Double> rates = new HashMap<>();
        String[] names = Trades.names(ROWS);
        for (int i = 0; i < ROWS; i++) {
            rates.put(names[i], rate(i));
        }
        return (input, time, symbol, price, volume) -> {
            Double rate = rates.get(symbol);
            if (rate != null) {
                double worth = price * rate;
                results.add(worth);
                if (results.isKeeping()) {
                    results.keep(symbol, worth);
                }
            }
        };
    }
}
