package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table, queries that change it, and queries that look at it. */
final class TableQueries {

    private final Draft draft;
    private final Chance chance;
    private final String table;
    private final Readable filler;
    private final List<Column> columns;
    private final List<Column> free = new ArrayList<>();

    TableQueries(Draft draft) {
        this.draft = draft;
        this.chance = draft.chance();
        this.table = draft.name("T");
        this.filler = draft.source(readable -> readable.hasKey() && !readable.isWindow())
                .orElseThrow();
        this.columns = new ArrayList<>(List.of(Columns.KEY));
        columns.addAll(chance.some(others(filler), chance.from(1, 3)));
    }

    private static List<Column> others(Readable readable) {
        return Columns.filtered(
                readable.columns(), column -> !column.equals(Columns.KEY) && column.type() != DataType.OBJECT);
    }

    void add() {
        define();
        int changes = chance.from(1, 3);
        int looks = chance.from(1, 2);
        while (changes + looks > 0) {
            boolean isChange = chance.below(changes + looks) < changes;
            if (isChange) {
                changes--;
                change();
            } else {
                looks--;
                look();
            }
        }
        draft.ask("from " + table + " select *");
        draft.has("table");
    }

    private void define() {
        free.addAll(columns);
        String key = "";
        if (chance.oneIn(2)) {
            List<Column> keys = chance.oneIn(2) ? List.of(Columns.KEY) : chance.some(columns, 2);
            key = "@PrimaryKey(" + quoted(keys) + ") ";
            free.removeAll(keys);
        }
        String index = chance.oneIn(2) ? "@Index(" + quoted(chance.some(columns, chance.from(1, 2))) + ") " : "";
        String plain = "define table " + table + " " + Columns.text(columns);
        draft.add(Both.same(key + index + plain), Both.same(key + plain));
        String filter =
                chance.oneIn(3) ? "[" + draft.expressions(filler.columns()).condition() + "]" : "";
        String items = "select " + Columns.names(columns);
        draft.add(new Both(
                "from " + filler.name() + filter + " " + items + " insert into " + table,
                "INSERT INTO " + table + " " + items + " FROM " + filler.name() + filter));
    }

    private static String quoted(List<Column> columns) {
        return columns.stream().map(column -> "'" + column.name() + "'").collect(Collectors.joining(", "));
    }

    private Optional<Readable> other() {
        return draft.source(readable -> readable.columns().containsAll(columns) && !readable.isWindow());
    }

    private void change() {
        Readable source = other().orElseThrow();
        String name = source.name();
        String filter = "[" + draft.expressions(source.columns()).condition() + "]";
        if (chance.oneIn(3)) {
            JoinQueries.Condition where = condition("s.");
            draft.add(delete(name, filter, where.text()), delete(name, filter, where.scanned()));
        } else if (chance.oneIn(2) && !free.isEmpty()) {
            JoinQueries.Condition where = condition("s.");
            Column changed = chance.one(free);
            draft.add(
                    update(name, filter, changed.name(), where.text()),
                    update(name, filter, changed.name(), where.scanned()));
        } else {
            String items = " select " + Columns.names(columns);
            String on = " on " + table + ".k == ";
            draft.add(new Both(
                    "from " + name + filter + items + " update or insert into " + table + on + "k",
                    "UPSERT INTO " + table + items + " FROM " + name + filter + on + name + ".k"));
        }
    }

    private Both delete(String name, String filter, String where) {
        return new Both(
                "from " + name + filter + " delete " + table + " on " + where.replace("s.", ""),
                "DELETE FROM " + table + " USING " + name + filter + " AS s WHERE " + where);
    }

    private Both update(String name, String filter, String changed, String where) {
        return new Both(
                "from " + name + filter + " update " + table + " set " + table + "." + changed + " = " + changed
                        + " on " + where.replace("s.", ""),
                "UPDATE " + table + " SET " + changed + " = s." + changed + " FROM " + name + filter + " AS s WHERE "
                        + where);
    }

    private JoinQueries.Condition condition(String prefix) {
        Column key = chance.oneIn(2) ? Columns.KEY : chance.one(columns);
        JoinQueries.Condition equal = JoinQueries.equality(table + "." + key.name(), prefix + key.name());
        List<Column> numbers = Columns.numeric(columns);
        if (numbers.isEmpty() || chance.oneIn(2)) {
            return equal;
        }
        String number = chance.one(numbers).name();
        String range = table + "." + number + chance.oneOf(" < ", " >= ") + prefix + number;
        return chance.oneIn(3) ? JoinQueries.Condition.of(range) : equal.and(JoinQueries.Condition.of(range));
    }

    private void look() {
        Readable source = other().orElseThrow();
        if (chance.oneIn(3)) {
            JoinQueries.Condition condition = condition(source.name() + ".");
            Selection selection = draft.selection(source.columns());
            String target = draft.target(selection.columns());
            draft.add(
                    asking(source, condition.text(), selection, target),
                    asking(source, condition.scanned(), selection, target));
        } else {
            List<Column> all = new ArrayList<>(source.columnsOf("a"));
            columns.forEach(column -> all.add(new Column(table + "." + column.name(), column.type())));
            JoinQueries.Condition condition = condition("a.");
            Selection selection = draft.selection(all);
            String target = draft.target(selection.columns());
            String start = source.name() + " as a" + chance.oneOf(" join ", " left outer join ") + table + " on ";
            draft.add(
                    StreamQueries.whole(Both.same(start + condition.text()), selection, "", target),
                    StreamQueries.whole(Both.same(start + condition.scanned()), selection, "", target));
        }
    }

    private Both asking(Readable source, String condition, Selection selection, String target) {
        Both from = new Both(
                source.name() + "[(" + condition + ") in " + table + "]",
                source.name() + " WHERE (" + condition + ") IN " + table);
        return StreamQueries.whole(from, selection, "", target);
    }
}
