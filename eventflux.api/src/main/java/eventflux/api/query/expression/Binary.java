package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * Arithmetic, comparison or joining of two operands.
 *
 * @param operator what is done
 * @param left the first operand
 * @param right the second operand
 * @param position where it stands
 */
public record Binary(BinaryOperator operator, Expression left, Expression right, SourcePosition position)
        implements Expression {

    /** Checks the parts. */
    public Binary {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitBinary(this);
    }
}
