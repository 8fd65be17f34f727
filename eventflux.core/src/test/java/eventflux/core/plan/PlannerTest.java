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
                  window length(5)
                  aggregate #0 sum[price], #1 count[] by [symbol] (array by code)
                  project symbol, aggregate#0 as total, aggregate#1 as n having (aggregate#0 > 3.0)
                  insert all rows into Out
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
