package eventflux.core.resolved;

import eventflux.api.event.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table.
 *
 * @param name unique in the application, streams included
 * @param schema its columns
 * @param primaryKey the columns that no two rows have in common; empty when rows may be alike
 * @param indexed further columns that rows are looked up by: for each index the columns that it is over
 * @param notNull the columns that are never null, those of the primary key included
 * @param store where its rows are; empty when the engine keeps them in memory
 */
public record ResolvedTable(
        String name,
        Schema schema,
        List<Integer> primaryKey,
        List<List<Integer>> indexed,
        List<Integer> notNull,
        Optional<ResolvedStore> store) {

    /** Copies the lists. */
    public ResolvedTable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        primaryKey = List.copyOf(primaryKey);
        indexed = indexed.stream().map(List::copyOf).toList();
        notNull = List.copyOf(notNull);
        Objects.requireNonNull(store, "store");
    }
}
