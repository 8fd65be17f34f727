package eventflux.api.query.stream;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Name;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code #name(…)}: a function over rows. Without a namespace it may also mean a window of that name ({@code #length(2)}); the
 * analyser decides.
 *
 * @param namespace the part before the colon
 * @param name the function
 * @param arguments the arguments in their order
 * @param position where it stands
 */
public record StreamFunction(Optional<Name> namespace, Name name, List<Expression> arguments, SourcePosition position)
        implements StreamHandler {

    /** Checks the parts and copies the lists. */
    public StreamFunction {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(position, "position");
        arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(StreamHandlerVisitor<R> visitor) {
        return visitor.visitStreamFunction(this);
    }
}
