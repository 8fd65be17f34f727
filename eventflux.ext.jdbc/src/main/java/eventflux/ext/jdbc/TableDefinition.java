package eventflux.ext.jdbc;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as it is made where there is none.
 *
 * @param name of the table
 * @param schema its columns
 * @param keys the columns of its primary key
 * @param indexed the columns of each index
 * @param notNull columns that are never null
 */
record TableDefinition(
        String name, Schema schema, List<String> keys, List<List<String>> indexed, List<String> notNull) {

    TableDefinition {
        keys = List.copyOf(keys);
        indexed = indexed.stream().map(List::copyOf).toList();
        notNull = List.copyOf(notNull);
    }

    /** With a primary key at most. */
    static TableDefinition of(String name, Schema schema, List<String> keys) {
        return new TableDefinition(name, schema, keys, List.of(), List.of());
    }

    /** The statements that make it. */
    List<String> statements(Dialect dialect) {
        List<String> statements = new ArrayList<>();
        statements.add(table(dialect));
        for (List<String> columns : indexed) {
            statements.add("CREATE INDEX " + dialect.quoted(name + "_" + String.join("_", columns)) + " ON "
                    + dialect.quoted(name) + " (" + dialect.quoted(columns) + ")");
        }
        return statements;
    }

    private String table(Dialect dialect) {
        List<String> parts = new ArrayList<>();
        for (Column column : schema.columns()) {
            boolean isKey =
                    keys.contains(column.name()) || indexed.stream().anyMatch(names -> names.contains(column.name()));
            parts.add(dialect.quoted(column.name()) + " " + dialect.type(column.type(), isKey)
                    + (notNull.contains(column.name()) ? " NOT NULL" : ""));
        }
        if (!keys.isEmpty()) {
            parts.add("PRIMARY KEY (" + dialect.quoted(keys) + ")");
        }
        return "CREATE TABLE IF NOT EXISTS " + dialect.quoted(name) + " (" + String.join(", ", parts) + ")";
    }
}
