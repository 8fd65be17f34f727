package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import java.util.Objects;
import java.util.Optional;

/**
 * The table that an output changes.
 *
 * @param table the table
 * @param alias how expressions call it
 * @param position where it stands
 */
public record TableTarget(Name table, Optional<Name> alias, SourcePosition position) implements Node {

    /** Checks the parts. */
    public TableTarget {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(position, "position");
    }
}
