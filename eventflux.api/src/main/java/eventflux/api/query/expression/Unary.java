package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * A sign or a negation.
 *
 * @param operator what is done
 * @param operand to what
 * @param position where it stands
 */
public record Unary(Operator operator, Expression operand, SourcePosition position) implements Expression {

    /** Checks the parts. */
    public Unary {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitUnary(this);
    }

    /** What is done to the operand. */
    public enum Operator {
        /** {@code -x}. */
        MINUS,
        /** {@code +x}. */
        PLUS,
        /** {@code NOT x}. */
        NOT
    }
}
