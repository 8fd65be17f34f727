package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import java.util.List;
import java.util.Objects;

/**
 * {@code SUBSET u = (a, b)}.
 *
 * @param name the new name
 * @param variables the variables that it means
 * @param position where it stands
 */
public record VariableSet(Name name, List<Name> variables, SourcePosition position) implements Node {

    /** Checks the parts and copies the lists. */
    public VariableSet {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(position, "position");
        variables = List.copyOf(variables);
    }
}
