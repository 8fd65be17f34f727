package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * True or false.
 *
 * @param value which of them
 * @param position where it stands
 */
public record BooleanLiteral(boolean value, SourcePosition position) implements Expression {

    /** Checks the parts. */
    public BooleanLiteral {
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitBooleanLiteral(this);
    }
}
