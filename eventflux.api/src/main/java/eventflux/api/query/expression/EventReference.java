package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import java.util.Objects;

/**
 * One whole event of a pattern element: {@code e2[last]}.
 *
 * @param element the alias of the element
 * @param index which of its events
 * @param position where it stands
 */
public record EventReference(Name element, EventIndex index, SourcePosition position) implements Expression {

    /** Checks the parts. */
    public EventReference {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitEventReference(this);
    }
}
