package eventflux.lsp;

import eventflux.api.query.node.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What queries of a text read from and write to.
 *
 * @param kind what it is: stream, table, window, trigger, aggregation
 * @param name its name
 * @param columns its columns in their order
 * @param declared whether the text defines it; otherwise queries that write to it give it its columns
 */
record Relation(String kind, String name, List<Column> columns, boolean declared) {

    Relation {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param name its name
     * @param type as the author wrote it; empty where only the engine could tell
     */
    record Column(String name, Optional<String> type) {

        static Column untyped(Name name) {
            return new Column(name.text(), Optional.empty());
        }

        @Override
        public String toString() {
            return name + type.map(text -> " " + text).orElse("");
        }
    }

    boolean isTable() {
        return kind.equals("table");
    }

    /** The name with its columns. */
    String heading() {
        return kind + " " + name + columns.stream().map(Column::toString).collect(Collectors.joining(", ", " (", ")"));
    }
}
