package eventflux.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.core.analyze.Analyzed;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final String TRADES = "define stream Trades (symbol string, price double, volume long);\n";

    private static String planned(String queries) {
        Analyzed analyzed = Analyzed.of(TRADES + queries);
        return PlanPrinter.print(
                Planner.plan(analyzed.analysis().app().orElseThrow(() -> new AssertionError(analyzed.problems()))));
    }

    @Test
    void putsFiltersWindowAndSelectionInOrder() {
        String plan = planned("""
                @info(name='sums')
                from Trades[price > 10.0]#window.length(5)
                select symbol, sum(price) as total, count() as n group by symbol having total > 3
                insert all events into Out;
                """);

        assertThat(plan).isEqualTo("""
                stream Trades (symbol STRING, price DOUBLE, volume LONG) coded (symbol)
                stream Out (symbol STRING, total DOUBLE, n LONG) coded (symbol)
                query sums
                  scan Trades
                  filter (price > 10.0)
                  window length(5) keeps (symbol, price)
                  aggregate #0 sum[price], #1 count[] by [symbol] (array by code)
                  project symbol, aggregate#0 as total, aggregate#1 as n having (aggregate#0 > 3.0)
                  insert all rows into Out
                """);
    }

    @Test
    void saysWhatClosesALoop() {
        String plan = planned("""
                from Trades[volume > 5] select symbol, price, volume / 2 as volume insert into Halves;
                from Halves select symbol, price, volume insert into Trades;
                """);

        assertThat(plan).endsWith("""
                query query_2
                  scan Halves
                  project symbol, price, volume
                  insert current rows into Trades, which closes a loop
                at most 10000 rows come round because of one
                """);
    }

    @Test
    void makesOneConjunctionOfFiltersInARow() {
        String plan = planned("""
                from Trades[price > 10.0][volume > 5] select symbol, price * 2 as twice insert into Out;
                """);

        assertThat(plan).isEqualTo("""
                stream Trades (symbol STRING, price DOUBLE, volume LONG)
                stream Out (symbol STRING, twice DOUBLE)
                query query_1
                  scan Trades
                  filter ((price > 10.0) and (volume > 5))
                  project symbol, (price * 2.0) as twice
                  insert current rows into Out
                """);
    }

    private static String joined(String condition) {
        return planned("define stream Quotes (symbol string, price double, volume int);\n"
                        + "from Trades#window.length(3) as t join Quotes#window.length(3) as q on " + condition
                        + " select t.symbol as symbol insert into Out;")
                .lines()
                .filter(line -> line.startsWith("  join"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksForRangesWhereAJoinHasNoEquality() {
        assertThat(joined("t.volume > q.volume - 5 and t.volume < q.volume + 5"))
                .startsWith("  join Quotes as q by range long((volume - 5)) < volume < long((volume + 5)) of the left"
                        + " and (volume - 5) <= volume <= (volume + 5) of the right where");
        assertThat(joined("t.price == q.price"))
                .startsWith("  join Quotes as q by range price <= price <= price of the left"
                        + " and price <= price <= price of the right where");
        assertThat(joined("t.price < q.price + 0.5"))
                .startsWith(
                        "  join Quotes as q by range price < (price + 0.5) of the left and of all rows of the right");
        assertThat(joined("t.symbol == q.symbol and t.price < q.price")).startsWith("  join Quotes as q by hash of");
        assertThat(joined("t.price != q.price")).startsWith("  join Quotes as q by all rows");
    }

    @Test
    void takesAShardedPartitionOutOfTheRest() {
        String plan = planned("""
                @Async(workers='4') define stream Busy (symbol string, price double);
                from Busy[price > 10.0] select symbol insert into Dear;
                partition with (symbol of Busy) begin
                    @info(name='averages')
                    from Busy#window.length(5) select symbol, avg(price) as average insert into Averages;
                end;
                """);

        assertThat(plan).isEqualTo("""
                stream Trades (symbol STRING, price DOUBLE, volume LONG)
                stream Busy (symbol STRING, price DOUBLE)
                stream Dear (symbol STRING)
                stream Averages (symbol STRING, average DOUBLE)
                query query_1
                  scan Busy
                  filter (price > 10.0)
                  project symbol
                  insert current rows into Dear
                shards of Busy by [symbol] for 4 workers
                  stream Busy (symbol STRING, price DOUBLE) coded (symbol)
                  stream Averages (symbol STRING, average DOUBLE) coded (symbol)
                  partition partition_1 by [STRING] (array by code) of Busy: averages
                  query averages
                    scan Busy
                    window length(5)
                    aggregate #0 avg[price] (one group)
                    project symbol, aggregate#0 as average
                    insert current rows into Averages
                """);
    }

    private static String aggregate(String query) {
        return planned(query)
                .lines()
                .filter(line -> line.startsWith("  aggregate"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsGroupsInTheCheapestWayThatTheirKeyAllows() {
        assertThat(aggregate("from Trades select sum(volume) as total insert into Out;"))
                .endsWith("(one group)");
        assertThat(aggregate("from Trades select count() as n group by symbol insert into Out;"))
                .endsWith("by [symbol] (array by code)");
        assertThat(aggregate("from Trades select count() as n group by volume insert into Out;"))
                .endsWith("by [volume] (hash of a number)");
        assertThat(aggregate("from Trades select count() as n group by price insert into Out;"))
                .endsWith("by [price] (hash of bytes)");
        assertThat(aggregate("from Trades select count() as n group by symbol, volume insert into Out;"))
                .endsWith("by [symbol, volume] (hash of bytes)");
    }

    @Test
    void letsReadersThatMeetAgainTakeTurns() {
        String plan = planned("""
                from Trades select symbol insert into Out;
                from Trades select symbol insert into Out;
                from Out select symbol, count() as n group by symbol insert into Counts;
                """);

        assertThat(plan).isEqualTo("""
                stream Trades (symbol STRING, price DOUBLE, volume LONG), readers in turn for each row
                stream Out (symbol STRING) coded (symbol)
                stream Counts (symbol STRING, n LONG) coded (symbol)
                query query_1
                  scan Trades
                  project symbol
                  insert current rows into Out
                query query_2
                  scan Trades
                  project symbol
                  insert current rows into Out
                query query_3
                  scan Out
                  aggregate #0 count[] by [symbol] (array by code)
                  project symbol, aggregate#0 as n
                  insert current rows into Counts
                """);
    }

    @Test
    void isTheSamePlanForTheSameText() {
        String text = "from Trades#window.length(5) select symbol, sum(price) as s group by symbol insert into Out;";

        assertThat(planned(text)).isEqualTo(planned(text));
    }
}
