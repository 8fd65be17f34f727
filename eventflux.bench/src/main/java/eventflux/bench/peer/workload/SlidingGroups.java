package eventflux.bench.peer.workload;

import eventflux.bench.peer.Results;
import eventflux.bench.peer.RowLoop;
import eventflux.bench.peer.Workload;
import java.util.HashMap;
import java.util.Map;

/** A result for each row, over the rows of its symbol in the last minute of event time: some 600,000 are kept. */
final class SlidingGroups implements Workload {

    private static final int LENGTH_MILLIS = 59_990;
    private static final int ROWS = 620_000;

    @Override
    public String id() {
        return "W5";
    }

    @Override
    public String title() {
        return "sliding 1 min, avg by symbol";
    }

    @Override
    public int rowsToFill() {
        return ROWS;
    }

    @Override
    public String text() {
        return DEFINITION + "from Trades#window.externalTime(ts, 59990 milliseconds)"
                + " select symbol, avg(price) as mean, price group by symbol insert into Results;";
    }

    @Override
    public String esper() {
        return "@EventRepresentation(objectarray) select symbol, avg(price) as mean, price"
                + " from Trades#ext_timed(ts, 59990 milliseconds) group by symbol";
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

        private static final int CAPACITY = 1 << 20;

        private final Results results;
        private final Map<String, Group> groups = new HashMap<>();
        private final long[] times = new long[CAPACITY];
        private final double[] prices = new double[CAPACITY];
        private final Group[] owners = new Group[CAPACITY];
        private int first;
        private int end;

        Loop(Results results) {
            this.results = results;
        }

        @Override
        public void process(int input, long time, String symbol, double price, long volume) {
            while (first != end && times[first] <= time - LENGTH_MILLIS) {
                owners[first].total -= prices[first];
                owners[first].trades--;
                first = first + 1 & CAPACITY - 1;
            }
            Group group = groups.get(symbol);
            if (group == null) {
                group = new Group();
                groups.put(symbol, group);
            }
            group.total += price;
            group.trades++;
            times[end] = time;
            prices[end] = price;
            owners[end] = group;
            end = end + 1 & CAPACITY - 1;
            emit(symbol, group, price);
        }

        private void emit(String symbol, Group group, double price) {
            double mean = group.total / group.trades;
            results.add(mean);
            if (results.isKeeping()) {
                results.keep(symbol, mean, price);
            }
        }
    }
}
