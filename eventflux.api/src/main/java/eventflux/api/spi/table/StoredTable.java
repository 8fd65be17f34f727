package eventflux.api.spi.table;

import eventflux.api.event.Schema;
import java.util.List;
import java.util.Objects;

/**
 * A table as an application defines it. Columns are counted from zero.
 *
 * @param name unique in its application
 * @param schema its columns
 * @param primaryKey the columns that no two rows have in common; empty when rows may be alike
 * @param indexed columns that rows are looked up by, each by itself
 * @param notNull the columns that are never null, those of the primary key included
 * @param indexedTogether lists of columns that rows are looked up by, those of one list together
 */
public record StoredTable(
        String name,
        Schema schema,
        List<Integer> primaryKey,
        List<Integer> indexed,
        List<Integer> notNull,
        List<List<Integer>> indexedTogether) {

    /** Copies the lists. */
    public StoredTable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        primaryKey = List.copyOf(primaryKey);
        indexed = List.copyOf(indexed);
        notNull = List.copyOf(notNull);
        indexedTogether = indexedTogether.stream().map(List::copyOf).toList();
    }

    /** A table whose rows are looked up by single columns and the primary key. */
    public StoredTable(
            String name, Schema schema, List<Integer> primaryKey, List<Integer> indexed, List<Integer> notNull) {
        this(name, schema, primaryKey, indexed, notNull, List.of());
    }
}
