package eventflux.core.analyze.expression;

import java.util.List;
import java.util.Optional;

/** The tables that the expressions of an application may name. */
public interface KnownTables {

    /** No tables. */
    KnownTables NONE = name -> Optional.empty();

    /** The table of a name. */
    Optional<KnownTable> find(String name);

    /**
     * What expressions know of a table.
     *
     * @param columns its columns
     * @param primaryKey those that no two rows have in common
     */
    record KnownTable(StreamColumns columns, List<Integer> primaryKey) {
        /** Copies the list. */
        public KnownTable {
            primaryKey = List.copyOf(primaryKey);
        }
    }
}
