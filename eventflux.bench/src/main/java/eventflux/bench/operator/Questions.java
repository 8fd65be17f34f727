package eventflux.bench.operator;

import eventflux.api.EventFluxManager;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The questions, by kind. Windows and aggregators are those that the engine has; what they are called with stands here. */
public final class Questions {

    private static final String INTO = " insert into Results;";

    private static final Map<String, String> WINDOW_ARGUMENTS = Map.ofEntries(
            Map.entry("batch", ""),
            Map.entry("cron", "'*/1 * * * * ?'"),
            Map.entry("delay", "1 sec"),
            Map.entry("expression", "'count() <= 100'"),
            Map.entry("expressionBatch", "'count() <= 100'"),
            Map.entry("externalTime", "ts, 1 sec"),
            Map.entry("externalTimeBatch", "ts, 100 milliseconds"),
            Map.entry("firstLengthBatch", "symbol, 100"),
            Map.entry("firstTimeBatch", "symbol, 100 milliseconds"),
            Map.entry("firstUnique", "symbol"),
            Map.entry("frequent", "100, symbol"),
            Map.entry("hopping", "1 sec, 100 milliseconds"),
            Map.entry("length", "100"),
            Map.entry("lengthBatch", "100"),
            Map.entry("lengthByKey", "10, symbol"),
            Map.entry("lossyFrequent", "0.01, 0.001, symbol"),
            Map.entry("session", "50 milliseconds, symbol"),
            Map.entry("sort", "100, price, 'desc'"),
            Map.entry("time", "1 sec"),
            Map.entry("timeBatch", "100 milliseconds"),
            Map.entry("timeLength", "1 sec, 100"),
            Map.entry("unique", "symbol"),
            Map.entry("uniqueExternalTimeBatch", "symbol, ts, 100 milliseconds"),
            Map.entry("uniqueLength", "symbol, 100"),
            Map.entry("uniqueLengthBatch", "symbol, 100"),
            Map.entry("uniqueTime", "symbol, 1 sec"),
            Map.entry("uniqueTimeBatch", "symbol, 100 milliseconds"),
            Map.entry("uniqueTimeLengthBatch", "symbol, 100 milliseconds, 100"));

    private static final Map<String, String> AGGREGATOR_ARGUMENTS = Map.ofEntries(
            Map.entry("and", "isFilled"),
            Map.entry("or", "isFilled"),
            Map.entry("count", ""),
            Map.entry("distinctCount", "symbol"),
            Map.entry("approxDistinctCount", "symbol"),
            Map.entry("percentile", "price, 0.95"),
            Map.entry("approxPercentile", "price, 0.95"),
            Map.entry("covariance", "price, volume"),
            Map.entry("covarianceSample", "price, volume"),
            Map.entry("correlation", "price, volume"),
            Map.entry("weightedAvg", "price, volume"),
            Map.entry("groupConcat", "symbol"),
            Map.entry("unionSet", "symbol"));

    private static final List<Question> OPERATORS = List.of(
            query("filter", "from Trades[price > 500.0 and volume > 1000L] select symbol, price"),
            query("projection", "from Trades select symbol, price * volume as amount, ifThenElse(isFilled, 1, 0) as n"),
            query("text functions", "from Trades[symbol != 'S1'] select symbol, price"),
            query("group by", "from Trades select symbol, sum(price) as total group by symbol"),
            query("group by two", "from Trades select symbol, isFilled, sum(price) as total group by symbol, isFilled"),
            query("having", "from Trades select symbol, sum(price) as total group by symbol having total > 100.0"),
            query("order by", "from Trades#window.lengthBatch(100) select symbol, price order by price desc limit 10"),
            query(
                    "expired rows",
                    "from Trades#window.length(100) select symbol, price insert expired events into Results;"),
            query(
                    "condition from rows",
                    "from Trades#window.expression(ifThenElse(price > -1.0, 'count() <= 100', 'count() <= 10'))"
                            + " select symbol, avg(price) as mean"),
            query("different texts", "from Trades#window.length(10) select groupConcat(symbol, ' ', true) as symbols"),
            query("first of events", "from Trades select symbol, price output first every 10 events"),
            query("last of events", "from Trades select symbol, price output last every 10 events"),
            query("all of events", "from Trades select symbol, price output all every 10 events"),
            query(
                    "last of group",
                    "from Trades select symbol, sum(price) as total group by symbol output last every 1 sec"),
            query(
                    "snapshot",
                    "from Trades#window.length(10) select symbol, price output snapshot every 100 milliseconds"),
            query("join of windows", """
                    from Trades#window.length(1000) as t join Quotes#window.length(1000) as q on t.symbol == q.symbol
                    select t.symbol as symbol, q.price as price"""),
            query("outer join", """
                    from Trades#window.length(100) as t left outer join Quotes#window.length(100) as q
                    on t.symbol == q.symbol select t.symbol as symbol, q.price as price"""),
            query("range join", """
                    from Trades#window.length(10) as t join Quotes#window.length(10) as q on t.price < q.price
                    select t.symbol as symbol, q.price as price"""),
            query("table, written and joined", """
                    @PrimaryKey('symbol') define table Last (symbol string, price double);
                    from Quotes select symbol, price update or insert into Last set Last.price = price
                    on Last.symbol == symbol;
                    from Trades join Last on Trades.symbol == Last.symbol select Trades.symbol as symbol, Last.price as price"""),
            query("table, inserted and deleted", """
                    @PrimaryKey('symbol') define table Open (symbol string, price double);
                    from Quotes[isFilled and not (Open.symbol == symbol in Open)] select symbol, price insert into Open;
                    from Quotes[not isFilled] delete Open on Open.symbol == symbol;
                    from Trades[Open.symbol == symbol in Open] select symbol, price"""),
            query("named window", """
                    define window Kept (symbol string, price double) length(100);
                    from Trades select symbol, price insert into Kept;
                    from Kept select avg(price) as mean"""),
            query(
                    "partition",
                    "partition with (symbol of Trades) begin"
                            + " from Trades#window.length(10) select symbol, avg(price) as mean insert into Results; end;"),
            query("partition, inner stream", """
                    partition with (symbol of Trades) begin
                    from Trades select symbol, price * 2.0 as price insert into #Doubled;
                    from #Doubled#window.lengthBatch(5) select symbol, max(price) as high insert into Results;
                    end;"""),
            query("partition by range", """
                    partition with (price < 500.0 as 'low' or price >= 500.0 as 'high' of Trades) begin
                    from Trades#window.length(10) select symbol, avg(price) as mean insert into Results;
                    end;"""),
            query("pattern", """
                    from every e1=Trades[volume < 6000L] -> e2=Quotes[symbol == e1.symbol and price > e1.price] within 1 sec
                    select e1.symbol as symbol, e2.price as price"""),
            query(
                    "sequence",
                    "from every e1=Trades, e2=Quotes[price > e1.price] select e1.symbol as symbol, e2.price as price"),
            query("counted pattern", """
                    from every e1=Trades[volume < 600L] -> e2=Quotes[symbol == e1.symbol]<2:3> within 1 sec
                    select e1.symbol as symbol, e2[0].price as price"""),
            query("logical pattern", """
                    from every e1=Trades[volume < 600L] -> e2=Quotes[symbol == e1.symbol] and e3=Trades[symbol == e1.symbol]
                    within 1 sec select e1.symbol as symbol, e2.price as price"""),
            query("silence", """
                    from every e1=Trades[volume < 6000L] -> not Quotes[symbol == e1.symbol] for 100 milliseconds
                    select e1.symbol as symbol"""),
            query("aggregation", """
                    define aggregation Totals from Trades select symbol, sum(price) as total, avg(price) as mean
                    group by symbol aggregate by ts every sec...hour;
                    from Trades select symbol"""),
            query("stream function", "from Trades#pol2Cart(price, price) select symbol, x, y"),
            query("two queries", """
                    from Trades[price > 100.0] select symbol, price insert into Dear;
                    from Dear#window.length(10) select symbol, avg(price) as mean"""));

    private Questions() {}

    private static Question query(String name, String text) {
        return new Question(name, text.endsWith(";") ? text : text + INTO);
    }

    /** Every kind of operator. */
    public static List<Question> operators() {
        return OPERATORS;
    }

    /** Every window that is there, with an average over it. */
    public static List<Question> windows() {
        return present(ExtensionKind.WINDOW)
                .map(window -> query(
                        "window " + window.name(),
                        "from Trades#window.%s(%s) select avg(price) as mean"
                                .formatted(window.name(), arguments(window))))
                .toList();
    }

    private static String arguments(ExtensionDescriptor window) {
        String arguments = WINDOW_ARGUMENTS.get(window.name());
        if (arguments == null) {
            throw new IllegalStateException("no arguments to measure window=" + window.name());
        }
        return arguments;
    }

    /** Every aggregator that is there, over a sliding window: of a number, or of what is said here. */
    public static List<Question> aggregators() {
        return present(ExtensionKind.AGGREGATOR)
                .map(aggregator -> aggregator(aggregator.name(), 100))
                .toList();
    }

    /** An aggregator over a window of so many rows. */
    static Question aggregator(String name, int length) {
        return query(
                "aggregator " + name,
                "from Trades#window.length(%d) select %s(%s) as result"
                        .formatted(length, name, AGGREGATOR_ARGUMENTS.getOrDefault(name, "price")));
    }

    /** All of them. */
    public static Stream<Question> all() {
        return Stream.of(operators(), windows(), aggregators()).flatMap(List::stream);
    }

    private static Stream<ExtensionDescriptor> present(ExtensionKind kind) {
        try (EventFluxManager manager = EventFluxManager.create()) {
            return manager.extensions().stream()
                    .filter(extension ->
                            extension.kind() == kind && extension.namespace().isEmpty());
        }
    }
}
