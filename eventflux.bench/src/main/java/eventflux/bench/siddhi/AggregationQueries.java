package eventflux.bench.siddhi;

import eventflux.testkit.random.Chance;
import java.util.List;

/**
 * Incremental aggregations, which are asked when all rows have been sent. Passes by what {@code siddhi.md} has under "Aggregations":
 * {@code avg} of nulls and of whole numbers, aggregations without groups, {@code distinctCount}, values calculated with aggregates.
 */
final class AggregationQueries {

    private static final List<String> AGGREGATES =
            List.of("sum(i)", "sum(d)", "count()", "min(l)", "max(f)", "sum(l)", "max(d)", "min(i)");

    private final Draft draft;
    private final Chance chance;

    AggregationQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    void add() {
        draft.has("aggregation");
        String name = draft.name("Aggregation");
        String groups = chance.oneOf("k", "b", "k, b");
        List<String> some = chance.some(AGGREGATES, chance.from(1, 3));
        StringBuilder items = new StringBuilder(groups);
        StringBuilder names = new StringBuilder(groups);
        for (int i = 0; i < some.size(); i++) {
            items.append(", ").append(some.get(i)).append(" as c").append(i);
            names.append(", c").append(i);
        }
        String by = chance.oneOf(" aggregate", " aggregate by ts");
        draft.add("@purge(enable='false') define aggregation " + name + " from S select " + items + " group by "
                + groups + by + " every " + chance.oneOf("sec, min", "sec ... hour", "sec ... year"));
        for (String period : List.of("seconds", "minutes")) {
            String within = chance.oneOf("0L, 4000000000000L", "120000L, 150000L", "'1970-01-01 00:02:**'");
            draft.ask("from " + name + " within " + within + " per '" + period + "' select AGG_TIMESTAMP, " + names);
        }
    }
}
