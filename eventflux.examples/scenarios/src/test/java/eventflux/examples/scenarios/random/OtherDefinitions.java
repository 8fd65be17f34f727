package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Named windows, aggregations and triggers. */
final class OtherDefinitions {

    private final Draft draft;
    private final Chance chance;

    OtherDefinitions(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
    }

    void addWindow() {
        Readable source = draft.source(readable -> !readable.isWindow()).orElseThrow();
        String name = draft.name("W");
        String events = chance.oneOf("", " output all events", " output current events", " output expired events");
        draft.add(Both.same("define window " + name + " " + Columns.text(source.columns()) + " "
                + new Windows(chance).call(source.columns()) + events));
        String filter =
                chance.oneIn(3) ? "[" + draft.expressions(source.columns()).condition() + "]" : "";
        draft.add(new Both(
                "from " + source.name() + filter + " select * insert into " + name,
                "INSERT INTO " + name + " SELECT * FROM " + source.name() + filter));
        draft.canRead(new Readable(name, source.columns(), true));
        draft.ask("from " + name + " select *");
        draft.has("named window");
    }

    void addTrigger() {
        String name = draft.name("Tick");
        draft.add(
                Both.same("define trigger " + name + " at " + chance.oneOf("every 2 sec", "every 700 ms", "'start'")));
        draft.canRead(Readable.stream(name, List.of(new Column("triggered_time", DataType.LONG))));
        draft.has("trigger");
    }

    /** None where no stream has numbers by a key. */
    void addAggregation() {
        Optional<Readable> counted = draft.source(readable ->
                readable.hasKey() && !readable.isWindow() && !numbers(readable).isEmpty());
        counted.ifPresent(this::addAggregation);
    }

    private void addAggregation(Readable source) {
        String name = draft.name("G");
        String filter =
                chance.oneIn(3) ? "[" + draft.expressions(source.columns()).condition() + "]" : "";
        String number = chance.one(numbers(source)).name();
        String items = "select k, " + chance.oneOf("sum", "avg", "min", "max", "stdDev") + "(" + number
                + ") as m, count() as n";
        boolean isByColumn = source.columns().contains(Columns.TIME) && chance.oneIn(2);
        String every = " aggregate " + (isByColumn ? "by ts " : "") + "every ";
        draft.add(new Both(
                "define aggregation " + name + " from " + source.name() + filter + " " + items + " group by k" + every
                        + "sec ... min",
                "CREATE AGGREGATION " + name + " AS " + items + " FROM " + source.name() + filter + " GROUP BY k"
                        + every + "sec, min"));
        String range = " within 0L, 9000000L per '" + chance.oneOf("seconds", "minutes") + "'";
        draft.ask("from " + name + range + " select *");
        Readable asking = draft.source(readable -> readable.hasKey() && !readable.isWindow())
                .orElseThrow();
        List<Column> columns = new ArrayList<>(asking.columnsOf("a"));
        columns.add(new Column("b.n", DataType.LONG));
        columns.add(new Column("AGG_TIMESTAMP", DataType.LONG));
        Selection selection = draft.selection(columns);
        String target = draft.target(selection.columns());
        JoinQueries.Condition condition = JoinQueries.equality("a.k", "b.k");
        String start = asking.name() + " as a join " + name + " as b on ";
        draft.add(
                StreamQueries.whole(Both.same(start + condition.text() + range), selection, "", target),
                StreamQueries.whole(Both.same(start + condition.scanned() + range), selection, "", target));
        draft.has("aggregation");
    }

    private static List<Column> numbers(Readable readable) {
        return Columns.filtered(
                Columns.numeric(readable.columns()), column -> !column.name().equals("ts"));
    }
}
