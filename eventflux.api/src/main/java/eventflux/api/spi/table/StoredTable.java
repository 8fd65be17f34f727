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
 */
public record StoredTable(
        String name, Schema schema, List<Integer> primaryKey, List<Integer> indexed, List<Integer> notNull) {

    /** Copies the lists. */
    public StoredTable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        primaryKey = List.copyOf(primaryKey);
        indexed = List.copyOf(indexed);
        notNull = List.copyOf(notNull);
    }
}
