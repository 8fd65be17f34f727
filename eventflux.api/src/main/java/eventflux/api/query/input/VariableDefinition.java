package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import java.util.Objects;

/**
 * {@code DEFINE a AS condition}.
 *
 * @param variable the variable
 * @param condition what its rows fulfil
 * @param position where it stands
 */
public record VariableDefinition(Name variable, Expression condition, SourcePosition position) implements Node {

    /** Checks the parts. */
    public VariableDefinition {
        Objects.requireNonNull(variable, "variable");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(position, "position");
    }
}
