package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import java.util.Objects;

/**
 * A part of a time stamp: {@code EXTRACT(HOUR FROM ts)}.
 *
 * @param field the part, such as {@code HOUR}
 * @param operand the time stamp
 * @param position where it stands
 */
public record Extract(Name field, Expression operand, SourcePosition position) implements Expression {

    /** Checks the parts. */
    public Extract {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitExtract(this);
    }
}
