package eventflux.ext.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table as the database spells it: databases fold names to upper or lower case, each in its own way.
 *
 * @param name of the table
 * @param spelling of its columns, by their names in lower case
 */
record TableColumns(String name, Map<String, String> spelling) {

    /** The table of a name, made when there is none and that is wanted. */
    static TableColumns of(Connection connection, TableDefinition table, boolean create) throws SQLException {
        TableColumns found = find(connection, table.name());
        if (!found.spelling.isEmpty() || !create) {
            return found;
        }
        Dialect dialect = Dialect.of(connection.getMetaData().getURL());
        try (Statement statement = connection.createStatement()) {
            for (String part : table.statements(dialect)) {
                statement.execute(part);
            }
        }
        return find(connection, table.name());
    }

    private static TableColumns find(Connection connection, String name) throws SQLException {
        for (String spelled : List.of(name, name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
            Map<String, String> columns = new LinkedHashMap<>();
            String own = spelled;
            try (ResultSet rows = connection
                    .getMetaData()
                    .getColumns(connection.getCatalog(), connection.getSchema(), spelled, null)) {
                while (rows.next()) {
                    // An underscore in the name asks for any character.
                    if (rows.getString("TABLE_NAME").equalsIgnoreCase(name)) {
                        own = rows.getString("TABLE_NAME");
                        String column = rows.getString("COLUMN_NAME");
                        columns.put(column.toLowerCase(Locale.ROOT), column);
                    }
                }
            }
            if (!columns.isEmpty()) {
                return new TableColumns(own, columns);
            }
        }
        return new TableColumns(name, Map.of());
    }

    /** How the database spells columns. */
    List<String> spelled(List<String> columns) throws SQLException {
        List<String> spelled = new ArrayList<>();
        for (String column : columns) {
            String own = spelling.get(column.toLowerCase(Locale.ROOT));
            if (own == null) {
                throw new SQLException(
                        "the table " + name + " has no column " + column + "; it has " + spelling.values());
            }
            spelled.add(own);
        }
        return spelled;
    }
}
