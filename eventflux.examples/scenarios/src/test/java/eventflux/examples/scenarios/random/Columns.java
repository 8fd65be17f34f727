package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.testkit.random.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Columns of streams made by chance. */
final class Columns {

    /** What partitions go by. */
    static final Column KEY = new Column("k", DataType.STRING);

    /** A time that hardly ever goes back. */
    static final Column TIME = new Column("ts", DataType.LONG);

    private static final List<Column> OTHERS = List.of(
            new Column("g", DataType.STRING),
            new Column("i", DataType.INT),
            new Column("l", DataType.LONG),
            new Column("f", DataType.FLOAT),
            new Column("d", DataType.DOUBLE),
            new Column("b", DataType.BOOL));

    private Columns() {}

    /** The key, the time and some others. */
    static List<Column> random(Chance chance) {
        List<Column> columns = new ArrayList<>(List.of(KEY));
        columns.addAll(chance.some(OTHERS, chance.from(2, OTHERS.size())));
        columns.add(TIME);
        return columns;
    }

    static List<Column> of(List<Column> columns, DataType type) {
        return filtered(columns, column -> column.type() == type);
    }

    static List<Column> numeric(List<Column> columns) {
        return filtered(columns, column -> column.type().isNumeric());
    }

    static List<Column> filtered(List<Column> columns, Predicate<Column> wanted) {
        return columns.stream().filter(wanted).toList();
    }

    /** As in a definition. */
    static String text(List<Column> columns) {
        return columns.stream()
                .map(column -> column.name() + " " + column.type().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
