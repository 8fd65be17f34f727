package eventflux.bench.siddhi;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.List;

/**
 * Tables that are filled, changed, joined and asked. Passes by what {@code siddhi.md} has under "Tables": rows that go into a table whose
 * last row was deleted, a key beside other conditions in a deletion, keys that are taken beside an index, nulls in keys and
 * indexes, a column of the table in what an update of a table with keys sets, and {@code set} of {@code update or insert} there.
 */
final class TableQueries {

    private static final List<Column> COLUMNS =
            List.of(new Column("k", DataType.STRING), new Column("i", DataType.INT), new Column("d", DataType.DOUBLE));

    private final Draft draft;
    private final Chance chance;
    private final Readable table;
    private final boolean hasKey;
    private final JoinQueries joins;

    TableQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
        this.table = new Readable(draft.name("Table"), COLUMNS, draft.hasNulls());
        this.hasKey = !draft.hasNulls() && chance.oneIn(2);
        this.joins = new JoinQueries(draft);
    }

    void add() {
        draft.has(hasKey ? "table with a key" : "table");
        draft.add(
                (hasKey ? "@primaryKey('k') " : "") + "define table " + table.name() + " (k string, i int, d double)");
        fill();
        for (int i = chance.from(1, 3); i > 0; i--) {
            use();
        }
        OnDemand.ask(draft, table);
    }

    private void fill() {
        String name = table.name();
        draft.add("from S select k, i, d "
                + (hasKey ? "update or insert into " + name + " on " + name + ".k == k" : "insert into " + name));
    }

    private void use() {
        switch (chance.below(5)) {
            case 0 -> joins.add(table);
            case 1 -> look();
            case 2 -> delete();
            case 3 -> update();
            default -> upsert();
        }
    }

    private void look() {
        draft.has("in");
        String condition = joins.condition(table.as(table.name()), new Readable("", COLUMNS, draft.hasNulls()));
        draft.add("from T[(" + condition + ") in " + table.name() + "] select k, i insert into " + draft.output());
    }

    private void delete() {
        if (!hasKey) {
            joins.add(table);
            return;
        }
        draft.has("delete");
        String name = table.name();
        String condition = chance.oneOf(name + ".k == k", name + ".i > i", name + ".d <= d or " + name + ".i == i");
        draft.add("from T delete " + name + " on " + condition);
    }

    private void update() {
        draft.has("update");
        String name = table.name();
        String value = chance.oneOf("d", "d * 2", hasKey ? "d + 1" : name + ".d + d");
        String condition = chance.oneOf(name + ".k == k", name + ".i >= i", name + ".k == k and " + name + ".i < i");
        draft.add("from T select k, i, d update " + name + " set " + name + ".d = " + value + " on " + condition);
    }

    private void upsert() {
        draft.has("update or insert");
        String name = table.name();
        String set = hasKey
                ? ""
                : chance.oneOf("", " set " + name + ".d = d", " set " + name + ".i = i, " + name + ".d = d");
        String condition = hasKey ? name + ".k == k" : chance.oneOf(name + ".k == k", name + ".i == i");
        draft.add("from T select k, i, d update or insert into " + name + set + " on " + condition);
    }
}
