package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A call of a function or an aggregator, {@code count(*)} included.
 *
 * @param namespace the part before the colon
 * @param name the function
 * @param arguments the arguments in their order
 * @param modifiers what SQL adds to a call
 * @param position where it stands
 */
public record Call(
        Optional<Name> namespace,
        Name name,
        List<Expression> arguments,
        CallModifiers modifiers,
        SourcePosition position)
        implements Expression {

    /** Checks the parts and copies the lists. */
    public Call {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(modifiers, "modifiers");
        Objects.requireNonNull(position, "position");
        arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCall(this);
    }
}
