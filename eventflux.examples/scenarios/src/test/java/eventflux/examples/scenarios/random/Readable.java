package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import java.util.List;

/**
 * What queries read.
 *
 * @param name its name
 * @param columns its columns
 * @param isWindow whether it is a named window, which has no other windows behind it
 */
record Readable(String name, List<Column> columns, boolean isWindow) {

    Readable {
        columns = List.copyOf(columns);
    }

    static Readable stream(String name, List<Column> columns) {
        return new Readable(name, columns, false);
    }

    /** The columns, each with the name of the source before its own. */
    List<Column> columnsOf(String alias) {
        return columns.stream()
                .map(column -> new Column(alias + "." + column.name(), column.type()))
                .toList();
    }

    boolean hasKey() {
        return columns.contains(Columns.KEY);
    }

    /** The columns of a type. */
    List<Column> columns(DataType type) {
        return Columns.of(columns, type);
    }
}
