package eventflux.api.query.select;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import java.util.List;
import java.util.Objects;

/**
 * A query that is given a name for the query that follows.
 *
 * @param name its name
 * @param columns new names of its columns; empty to keep them
 * @param query the query
 * @param position where it stands
 */
public record CommonTable(Name name, List<Name> columns, Query query, SourcePosition position) implements Node {

    /** Checks the parts and copies the lists. */
    public CommonTable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(position, "position");
        columns = List.copyOf(columns);
    }
}
