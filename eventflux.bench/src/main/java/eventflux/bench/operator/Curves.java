package eventflux.bench.operator;

import eventflux.bench.report.Chart;
import eventflux.bench.report.Figures;
import eventflux.bench.report.Output;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints how the cost of an event changes with the size of what is remembered: sliding aggregates over longer windows, more filters of
 * which a row passes one, joins by key with larger windows, look-ups in larger tables, more groups and partitions. Beside them stand
 * {@linkplain KeyedLoops loops} that have no engine around them, since memory itself is slower where there is more of it. Run as
 * {@code eventflux.bench/bench curves}.
 */
public final class Curves {

    private static final List<Integer> LENGTHS = List.of(10, 1_000, 1_000_000);
    private static final List<Integer> QUERIES = List.of(10, 100, 1_000, 10_000);
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final List<String> AGGREGATES = List.of("count", "sum", "avg", "stdDev", "min", "max");
    private static final int BATCH = 256;
    private static final int WARM_ROWS = 400_000;
    private static final int ROWS_A_SLICE = 50_000;

    private final Figures figures = new Figures();

    private Curves() {}

    /**
     * Measures and prints.
     *
     * @param args {@code --save=FILE}
     * @throws IOException when a file can't be written
     */
    public static void main(String[] args) throws IOException {
        Curves curves = new Curves();
        System.out.println(
                "Nanoseconds of processor time for an event; half of the events are of a stream that aggregates do not read.");
        header("aggregates, length", LENGTHS);
        for (String aggregate : AGGREGATES) {
            curves.line(aggregate, LENGTHS, length -> Questions.aggregator(aggregate, length));
        }
        header("filters, queries", QUERIES);
        curves.line("one of them matches", QUERIES, Curves::filters);
        header("by size", SIZES);
        curves.line("join by range", SIZES, Curves::range);
        curves.lines("join by key", Curves::join);
        curves.loop("join, by hand", KeyedLoops::join);
        curves.lines("table look-up", Curves::table);
        curves.loop("table, by hand", KeyedLoops::table);
        curves.lines("group by", Curves::groups);
        curves.loop("group by, by hand", KeyedLoops::groups);
        curves.lines("partitions", Curves::parts);
        new Output(args).write(curves.figures, new Chart("Processor time of an event by size", "ns", true));
    }

    private static Question filters(int queries) {
        String text = IntStream.range(0, queries)
                .mapToObj(i -> "from Trades[price >= %s and price < %s] select symbol, price insert into Results;"
                        .formatted(bound(i, queries), bound(i + 1, queries)))
                .collect(Collectors.joining("\n"));
        return new Question("filters", text, 1_000);
    }

    private static double bound(int query, int queries) {
        return Probe.PRICES * (double) query / queries;
    }

    // As many symbols as rows of a window, so that a row finds about one partner.
    private static Question join(int size) {
        return keyed("""
                from Trades#window.length(%d) as t join Quotes#window.length(%d) as q on t.symbol == q.symbol
                select t.symbol as symbol, q.price as price insert into Results;""".formatted(size, size), size);
    }

    // As many rows lie within a millisecond of each other however long the windows are.
    private static Question range(int size) {
        return keyed("""
                from Trades#window.length(%d) as t join Quotes#window.length(%d) as q
                on t.ts > q.ts - 1 and t.ts < q.ts + 1
                select t.symbol as symbol, q.price as price insert into Results;""".formatted(size, size), size);
    }

    private static Question table(int size) {
        return keyed("""
                @PrimaryKey('symbol') define table Last (symbol string, price double);
                from Quotes select symbol, price update or insert into Last set Last.price = price on Last.symbol == symbol;
                from Trades join Last on Trades.symbol == Last.symbol
                select Trades.symbol as symbol, Last.price as price insert into Results;""", size);
    }

    private static Question groups(int keys) {
        return keyed("from Trades select symbol, sum(price) as total group by symbol insert into Results;", keys);
    }

    private static Question parts(int keys) {
        return keyed(
                "partition with (symbol of Trades) begin from Trades#window.length(2)"
                        + " select symbol, avg(price) as mean insert into Results; end;",
                keys);
    }

    private static Question keyed(String text, int keys) {
        return new Question(text, text, keys);
    }

    private static void header(String title, List<Integer> sizes) {
        System.out.printf("%n%-24s", title);
        sizes.forEach(size -> System.out.printf("%,12d", size));
        System.out.println();
    }

    // One by one and in batches.
    private void lines(String name, IntFunction<Question> question) {
        line(name, SIZES, question);
        print(name + ", batches", SIZES, size -> nanos(question.apply(size), size, BATCH));
    }

    private void line(String name, List<Integer> sizes, IntFunction<Question> question) {
        print(name, sizes, size -> nanos(question.apply(size), size, 1));
    }

    private void loop(String name, ToDoubleFunction<KeyedLoops> loop) {
        print(name, SIZES, size -> loop.applyAsDouble(new KeyedLoops(size)));
    }

    private static double nanos(Question question, int size, int batch) {
        try (Probe probe = new Probe(question, batch)) {
            probe.sendEachSymbol();
            return probe.measure(WARM_ROWS + 2L * size, ROWS_A_SLICE).nanos();
        }
    }

    private void print(String name, List<Integer> sizes, IntToDoubleFunction cost) {
        System.out.printf("%-24s", name);
        for (int size : sizes) {
            double nanos = cost.applyAsDouble(size);
            figures.add("%,d".formatted(size), name, "ns", nanos);
            System.out.printf("%12.0f", nanos);
            System.out.flush();
        }
        System.out.println();
    }
}
