package eventflux.bench.siddhi;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Select clauses and what belongs to them, made by chance. Passes by {@code max} and {@code min} on sliding windows, {@code minForever} and
 * {@code maxForever} on batches ({@code siddhi.md}, "Windows"), {@code and} and {@code or} of nulls, {@code distinctCount} of truth
 * values, which Siddhi has not, and {@code stdDev}, which Siddhi calculates by differences of large numbers ("Expressions").
 */
final class Selections {

    private final Chance chance;
    private final Readable source;
    private final Expressions expressions;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    Selections(Draft draft, Readable source) {
        this.chance = draft.chance();
        this.source = source;
        this.expressions = draft.expressions(source);
    }

    /** Columns and expressions, without aggregates. */
    Selection plain() {
        add(chance.from(1, 4));
        return new Selection(items(), having(), columns, false, false);
    }

    /** Columns and expressions, without aggregates, and without {@code having}. */
    Selection withoutCondition() {
        add(chance.from(1, 4));
        return new Selection(items(), "", columns, false, false);
    }

    /** Any selection behind a window. */
    Selection behind(Window.Life life) {
        boolean aggregates = chance.oneIn(2);
        add(chance.from(aggregates ? 0 : 1, 3));
        for (int i = aggregates ? chance.from(1, 3) : 0; i > 0; i--) {
            add(aggregate(life));
        }
        String groups = aggregates ? groups() : "";
        String tail = groups + having() + (life.isBatch() ? order() : "");
        return new Selection(items(), tail, columns, aggregates, !groups.isEmpty());
    }

    /** The keys of groups and aggregates over them. */
    Selection ofGroups(Window.Life life) {
        Column key = chance.one(keys());
        add(new Typed(key.name(), key.type()));
        for (int i = chance.from(1, 3); i > 0; i--) {
            add(aggregate(life));
        }
        return new Selection(items(), " group by " + key.name() + having(), columns, true, true);
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            add(expressions.value());
        }
    }

    private void add(Typed item) {
        String name = "c" + columns.size();
        columns.add(new Column(name, item.type()));
        texts.add(item.text() + " as " + name);
    }

    private String items() {
        return "select " + String.join(", ", texts);
    }

    private Typed aggregate(Window.Life life) {
        Typed number = expressions.number();
        return switch (chance.below(8)) {
            case 0, 1 -> new Typed("sum(" + number.text() + ")", sum(number.type()));
            case 2 -> new Typed("avg(" + number.text() + ")", DataType.DOUBLE);
            case 3 -> new Typed("count()", DataType.LONG);
            case 4 -> distinct();
            case 5 ->
                life == Window.Life.GATHERING || life.isBatch()
                        ? new Typed("sum(" + number.text() + ") * 2", sum(number.type()))
                        : new Typed(chance.oneOf("minForever(", "maxForever(") + number.text() + ")", number.type());
            case 6 ->
                life == Window.Life.BATCH || life == Window.Life.NONE
                        ? new Typed(chance.oneOf("min(", "max(") + number.text() + ")", number.type())
                        : new Typed("count() * 2", DataType.LONG);
            default -> truth();
        };
    }

    private Typed truth() {
        return source.hasNulls()
                        || source.columns().stream()
                                .noneMatch(column -> column.name().equals("b"))
                ? new Typed("count() > 2L", DataType.BOOL)
                : new Typed(chance.oneOf("and(b)", "or(b)"), DataType.BOOL);
    }

    private Typed distinct() {
        List<Column> texts = source.texts();
        return texts.isEmpty()
                ? new Typed("count()", DataType.LONG)
                : new Typed("distinctCount(" + chance.one(texts).name() + ")", DataType.LONG);
    }

    private static DataType sum(DataType type) {
        return type == DataType.INT || type == DataType.LONG ? DataType.LONG : DataType.DOUBLE;
    }

    /** Whether there is something to group by. */
    boolean hasKeys() {
        return !keys().isEmpty();
    }

    private List<Column> keys() {
        return Readable.filtered(
                source.columns(), column -> column.type() != DataType.DOUBLE && column.type() != DataType.FLOAT);
    }

    private String groups() {
        List<Column> keys = keys();
        return keys.isEmpty() || chance.oneIn(3)
                ? ""
                : chance.some(keys, chance.from(1, 2)).stream()
                        .map(Column::name)
                        .collect(Collectors.joining(", ", " group by ", ""));
    }

    private Readable given() {
        return new Readable("", columns, true);
    }

    private String having() {
        List<Column> numbers = given().numbers();
        return numbers.isEmpty() || !chance.oneIn(5)
                ? ""
                : " having " + chance.one(numbers).name() + chance.oneOf(" > ", " <= ", " >= ") + chance.below(5);
    }

    // Nulls and "offset" beside other events than current ones: siddhi.md, "Rows and their times".
    private String order() {
        if (source.hasNulls() || !chance.oneIn(4)) {
            return "";
        }
        String order = columns.stream()
                .filter(column -> column.type() != DataType.BOOL)
                .map(column -> column.name() + chance.oneOf("", " asc", " desc"))
                .collect(Collectors.joining(", "));
        return order.isEmpty()
                ? ""
                : " order by " + order + (chance.oneIn(2) ? " limit " + chance.from(1, 3) : "")
                        + (chance.oneIn(4) ? " offset " + chance.from(1, 2) : "");
    }
}
