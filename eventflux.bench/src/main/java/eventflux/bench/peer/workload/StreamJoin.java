package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Workload;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each row finds about five of the other stream's last second. */
final class StreamJoin implements Workload {

    private static final int LENGTH_MILLIS = 990;

    @Override
    public String id() {
        return "W7";
    }

    @Override
    public String title() {
        return "join of 1 s windows, equal key";
    }

    @Override
    public List<String> inputs() {
        return List.of(INPUT, "Quotes");
    }

    @Override
    public int rowsToFill() {
        return 11_000;
    }

    @Override
    public String text() {
        return DEFINITION + DEFINITION.replace(INPUT, "Quotes")
                + "from Trades#window.externalTime(ts, 990 milliseconds) as t"
                + " join Quotes#window.externalTime(ts, 990 milliseconds) as q on t.symbol == q.symbol"
                + " select t.symbol as symbol, t.price as price, q.price as quoted insert into Results;";
    }

    @Override
    public String esper() {
        return "@EventRepresentation(objectarray) select t.symbol as symbol, t.price as price, q.price as quoted"
                + " from Trades#ext_timed(ts, 990 milliseconds) as t, Quotes#ext_timed(ts, 990 milliseconds) as q"
                + " where t.symbol = q.symbol";
    }

    @Override
    public RowLoop loop(Results results) {
        return new Loop(results);
    }

    private record Row(long time, double price, ArrayDeque<Row> bucket) {}

    private static final class Loop implements RowLoop {

        private final Results results;
        private final List<Side> sides = List.of(new Side(), new Side());

        Loop(Results results) {
            this.results = results;
        }

        @Override
        public void process(int input, long time, String symbol, double price, long volume) {
            sides.get(input).add(time, symbol, price);
            ArrayDeque<Row> matches = sides.get(1 - input).bySymbol.get(symbol);
            if (matches != null) {
                for (Row match : matches) {
                    emit(symbol, input == 0 ? price : match.price, input == 0 ? match.price : price);
                }
            }
        }

        private void emit(String symbol, double price, double quoted) {
            results.add(price);
            if (results.isKeeping()) {
                results.keep(symbol, price, quoted);
            }
        }
    }

    private static final class Side {

        private final ArrayDeque<Row> rows = new ArrayDeque<>();
        private final Map<String, ArrayDeque<Row>> bySymbol = new HashMap<>();

        void add(long time, String symbol, double price) {
            while (!rows.isEmpty() && rows.peekFirst().time <= time - LENGTH_MILLIS) {
                rows.pollFirst().bucket.pollFirst();
            }
            ArrayDeque<Row> bucket = bySymbol.get(symbol);
            if (bucket == null) {
                bucket = new ArrayDeque<>();
                bySymbol.put(symbol, bucket);
            }
            Row row = new Row(time, price, bucket);
            bucket.addLast(row);
            rows.addLast(row);
        }
    }
}
