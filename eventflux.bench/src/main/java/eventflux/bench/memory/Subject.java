package eventflux.bench.memory;

import java.util.List;

/**
 * What is counted.
 *
 * @param name for people
 * @param count how many there are
 * @param symbols how many symbols the rows have
 * @param query makes them
 */
record Subject(String name, int count, int symbols, String query) {

    private static final String DEFINITION =
            "define stream Trades (symbol string, price double, volume long, ts long);";
    private static final String INTO = " insert into Results;";

    static final List<Subject> ALL = List.of(
            new Subject(
                    "row of a window",
                    1_000_000,
                    1_000,
                    "from Trades#window.length(1000000) select avg(price) as mean" + INTO),
            new Subject(
                    "row of a tumbling window, 1,000 groups",
                    1_000_000,
                    1_000,
                    "from Trades#window.lengthBatch(2000000) select symbol, avg(price) as mean group by symbol" + INTO),
            new Subject(
                    "group",
                    1_000_000,
                    1_000_000,
                    "from Trades select symbol, sum(price) as total, count() as trades group by symbol" + INTO),
            new Subject(
                    "partition, length(10) with one row",
                    200_000,
                    200_000,
                    "partition with (symbol of Trades) begin from Trades#window.length(10) select avg(price) as mean"
                            + INTO + " end;"),
            new Subject(
                    "partition, pattern begun",
                    200_000,
                    200_000,
                    "partition with (symbol of Trades) begin from e1=Trades, e2=Trades[price > e1.price]"
                            + " select e1.price as low, e2.price as high" + INTO + " end;"));

    String text() {
        return DEFINITION + query;
    }

    Object[] row(int i) {
        return new Object[] {"S%07d".formatted(i % symbols), (double) (count - i), (long) i, (long) i};
    }
}
