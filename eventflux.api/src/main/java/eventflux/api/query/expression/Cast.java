package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * A conversion: {@code CAST(x AS type)}.
 *
 * @param operand what is converted
 * @param type to which type
 * @param position where it stands
 */
public record Cast(Expression operand, TypeName type, SourcePosition position) implements Expression {

    /** Checks the parts. */
    public Cast {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCast(this);
    }
}
