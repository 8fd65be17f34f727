package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Workload;
import java.util.HashMap;
import java.util.Map;

/** A result for each symbol and second of event time.
 *
 * @param title says how many symbols
 * @param symbols how many
 */
record TumblingGroups(String title, int symbols) implements Workload {

    private static final int LENGTH_MILLIS = 1_000;

    @Override
    public String id() {
        return "W4";
    }

    @Override
    public String text() {
        return DEFINITION + "from Trades#window.externalTimeBatch(ts, 1 sec) select symbol, sum(price) as total,"
                + " avg(price) as mean, count() as trades group by symbol insert into Results;";
    }

    @Override
    public String esper() {
        return "@EventRepresentation(objectarray) select symbol, sum(price) as total, avg(price) as mean,"
                + " count(*) as trades from Trades#ext_timed_batch(ts, 1 sec, 0L) group by symbol having count(*) > 0";
    }

    @Override
    public RowLoop loop(Results results) {
        return new Loop(results);
    }

    private static final class Group {

        private double total;
        private long trades;
    }

    private static final class Loop implements RowLoop {

        private final Results results;
        private final Map<String, Group> groups = new HashMap<>();
        private long end = Long.MIN_VALUE;

        Loop(Results results) {
            this.results = results;
        }

        @Override
        public void process(int input, long time, String symbol, double price, long volume) {
            if (time >= end) {
                groups.forEach(this::emit);
                groups.clear();
                end = time - time % LENGTH_MILLIS + LENGTH_MILLIS;
            }
            Group group = groups.get(symbol);
            if (group == null) {
                group = new Group();
                groups.put(symbol, group);
            }
            group.total += price;
            group.trades++;
        }

        private void emit(String symbol, Group group) {
            results.add(group.total);
            if (results.isKeeping()) {
                results.keep(symbol, group.total, group.total / group.trades, group.trades);
            }
        }
    }
}
