package eventflux.ext.jdbc;

import eventflux.api.event.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What databases say in words of their own. */
enum Dialect {
    H2("jdbc:h2:", '"'),
    POSTGRESQL("jdbc:postgresql:", '"'),
    MARIADB("jdbc:mariadb:", '`'),
    MYSQL("jdbc:mysql:", '`'),
    SQLITE("jdbc:sqlite:", '"');

    private final String prefix;
    private final char quote;

    Dialect(String prefix, char quote) {
        this.prefix = prefix;
        this.quote = quote;
    }

    /** The dialect of a database. */
    static Dialect of(String url) {
        return Arrays.stream(values())
                .filter(dialect -> url.startsWith(dialect.prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the url must begin with one of "
                        + Arrays.stream(values()).map(dialect -> dialect.prefix).collect(Collectors.joining(", "))));
    }

    /** A name as it is, whatever is in it. */
    String quoted(String name) {
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    /** The names in a list. */
    String quoted(List<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    /** The type of a column; texts that are keys have a bounded length where the database wants one. */
    String type(DataType type, boolean isKey) {
        return switch (type) {
            case INT -> "INTEGER";
            case LONG -> "BIGINT";
            case FLOAT -> this == MARIADB || this == MYSQL ? "FLOAT" : "REAL";
            case DOUBLE -> "DOUBLE PRECISION";
            case BOOL -> "BOOLEAN";
            case STRING -> text(isKey);
            case OBJECT -> throw new IllegalArgumentException("a column of type OBJECT has no place in a database");
        };
    }

    private String text(boolean isKey) {
        return switch (this) {
            case H2 -> "VARCHAR";
            // Texts that differ in case or in blanks at the end are different texts.
            case MARIADB -> (isKey ? "VARCHAR(255)" : "LONGTEXT") + " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
            case MYSQL -> (isKey ? "VARCHAR(255)" : "LONGTEXT") + " CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin";
            case POSTGRESQL, SQLITE -> "TEXT";
        };
    }

    /** A statement that puts a row in, or changes the one with the same key. */
    String upsert(String table, List<String> columns, List<String> keys) {
        String insert = insert(table, columns);
        if (this == H2) {
            return "MERGE INTO " + quoted(table) + " (" + quoted(columns) + ") KEY (" + quoted(keys) + ") VALUES ("
                    + places(columns) + ")";
        }
        List<String> others =
                columns.stream().filter(column -> !keys.contains(column)).toList();
        if (this == MARIADB || this == MYSQL) {
            List<String> changed = others.isEmpty() ? keys : others;
            return insert + " ON DUPLICATE KEY UPDATE "
                    + changes(changed, column -> quoted(column) + " = VALUES(" + quoted(column) + ")");
        }
        String conflict = insert + " ON CONFLICT (" + quoted(keys) + ") DO ";
        return others.isEmpty()
                ? conflict + "NOTHING"
                : conflict + "UPDATE SET "
                        + changes(others, column -> quoted(column) + " = EXCLUDED." + quoted(column));
    }

    /** A statement that puts a row in. */
    String insert(String table, List<String> columns) {
        return "INSERT INTO " + quoted(table) + " (" + quoted(columns) + ") VALUES (" + places(columns) + ")";
    }

    /** Whether numbers of type FLOAT are compared with what they were when they were stored. */
    boolean comparesFloats() {
        return this != MARIADB && this != MYSQL;
    }

    /** Whether arithmetic on a place of a prepared statement is done in a type that is not the value's. */
    boolean guessesTypes() {
        return this == H2;
    }

    /** Whether a whole number that is too large for its type is an error. */
    boolean refusesOverflow() {
        return this != SQLITE;
    }

    private static String places(List<String> columns) {
        return columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    }

    private static String changes(List<String> columns, java.util.function.UnaryOperator<String> change) {
        return columns.stream().map(change).collect(Collectors.joining(", "));
    }
}
