package eventflux.bench.siddhi;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import java.util.List;
import java.util.function.Predicate;

/**
 * A stream, table or window that a query reads.
 *
 * @param name as it is written
 * @param columns as they are written
 * @param hasNulls whether there may be some in its rows
 */
record Readable(String name, List<Column> columns, boolean hasNulls) {

    Readable {
        columns = List.copyOf(columns);
    }

    /** The same under another name, which stands before its columns. */
    Readable as(String alias) {
        return new Readable(
                alias,
                columns.stream()
                        .map(column -> new Column(alias + "." + column.name(), column.type()))
                        .toList(),
                hasNulls);
    }

    List<Column> numbers() {
        return filtered(columns, column -> column.type().isNumeric() && !isTime(column));
    }

    List<Column> texts() {
        return filtered(columns, column -> column.type() == DataType.STRING);
    }

    static List<Column> filtered(List<Column> columns, Predicate<Column> wanted) {
        return columns.stream().filter(wanted).toList();
    }

    boolean hasTime() {
        return columns.stream().anyMatch(Readable::isTime);
    }

    private static boolean isTime(Column column) {
        return column.name().equals(Inputs.TIME.name()) || column.name().endsWith("." + Inputs.TIME.name());
    }
}
