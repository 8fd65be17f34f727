package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.TypeName;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import java.util.List;
import java.util.Objects;

/**
 * A column of a definition.
 *
 * @param name its name
 * @param type its type as written
 * @param constraints what else is said of it
 * @param position where it stands
 */
public record ColumnDefinition(Name name, TypeName type, List<ColumnConstraint> constraints, SourcePosition position)
        implements Node {

    /** Checks the parts and copies the lists. */
    public ColumnDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(position, "position");
        constraints = List.copyOf(constraints);
    }
}
