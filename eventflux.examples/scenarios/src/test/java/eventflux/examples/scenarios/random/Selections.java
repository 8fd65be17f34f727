package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Select clauses and what belongs to them, made by chance. */
final class Selections {

    private final Chance chance;
    private final boolean isAlike;

    Selections(Chance chance, boolean isAlike) {
        this.chance = chance;
        this.isAlike = isAlike;
    }

    /** A selection over columns, as they are written; the first item is the key if there is one. */
    Selection over(List<Column> columns) {
        boolean aggregates = !chance.oneIn(3);
        Items items = new Items();
        columns.stream()
                .filter(column -> column.name().equals("k") || column.name().endsWith(".k"))
                .findFirst()
                .ifPresent(key -> items.add(new Typed(key.name(), key.type()), "k"));
        Expressions expressions = new Expressions(chance, columns, isAlike);
        int plain = chance.from(aggregates ? 0 : 1, 3);
        for (int i = 0; i < plain; i++) {
            items.add(expressions.value());
        }
        if (chance.oneIn(4)) {
            columns.stream()
                    .filter(column -> column.name().equals("ts"))
                    .findFirst()
                    .ifPresent(time -> items.add(new Typed("ts", time.type()), "ts"));
        }
        Aggregates all = new Aggregates(chance, columns, isAlike);
        for (int i = aggregates ? chance.from(1, 3) : 0; i > 0; i--) {
            items.add(all.one());
        }
        boolean isDistinct = !aggregates && chance.oneIn(8);
        String tail = (aggregates || chance.oneIn(8) ? groups(columns) : "") + having(items) + order(items) + rate();
        return new Selection("select " + (isDistinct ? "distinct " : "") + items.text(), tail, items.columns);
    }

    /** Aggregates by the key, which is the first item, and nothing that counts rows of several groups. */
    Selection byKey(List<Column> columns) {
        Items items = new Items();
        items.add(new Typed(Columns.KEY.name(), Columns.KEY.type()), Columns.KEY.name());
        Aggregates all = new Aggregates(chance, columns, isAlike);
        for (int i = chance.from(1, 4); i > 0; i--) {
            items.add(all.one());
        }
        if (chance.oneIn(3)) {
            items.add(new Expressions(chance, columns, isAlike).value());
        }
        return new Selection("select " + items.text(), " group by k" + having(items), items.columns);
    }

    private String groups(List<Column> columns) {
        if (chance.oneIn(2)) {
            return "";
        }
        List<Column> keys = Columns.filtered(
                columns,
                column -> column.type() != DataType.OBJECT && !column.name().endsWith("ts"));
        return keys.isEmpty() ? "" : " group by " + Columns.names(chance.some(keys, chance.from(1, 2)));
    }

    private String having(Items items) {
        List<Column> numbers = Columns.numeric(items.columns);
        return numbers.isEmpty() || !chance.oneIn(5)
                ? ""
                : " having " + chance.one(numbers).name() + chance.oneOf(" > ", " <= ", " != ") + chance.below(5);
    }

    private String order(Items items) {
        if (!chance.oneIn(5)) {
            return "";
        }
        List<Column> keys = chance.some(items.columns, chance.from(1, 2));
        String order = keys.stream()
                .map(column -> column.name() + chance.oneOf("", " asc", " desc"))
                .collect(Collectors.joining(", ", " order by ", ""));
        return order
                + (chance.oneIn(2) ? " limit " + chance.from(1, 3) : "")
                + (chance.oneIn(4) ? " offset " + chance.from(1, 2) : "");
    }

    private String rate() {
        if (!chance.oneIn(5)) {
            return "";
        }
        String which = chance.oneOf("", "all ", "first ", "last ");
        return switch (chance.below(3)) {
            case 0 -> " output " + which + "every " + chance.from(2, 4) + " events";
            case 1 -> " output " + which + "every " + chance.from(1, 3) + " sec";
            default -> " output snapshot every " + chance.from(1, 3) + " sec";
        };
    }

    /** The items of a select clause. */
    private static final class Items {

        private final List<Column> columns = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        void add(Typed item) {
            add(item, "c" + columns.size());
        }

        void add(Typed item, String name) {
            columns.add(new Column(name, item.type()));
            texts.add(item.text() + " as " + name);
        }

        String text() {
            return String.join(", ", texts);
        }
    }
}
