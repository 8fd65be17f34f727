package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * Whether a value lies between two others, ends included.
 *
 * @param operand the value
 * @param low the lower end
 * @param high the upper end
 * @param negated whether {@code NOT} was written
 * @param position where it stands
 */
public record Between(Expression operand, Expression low, Expression high, boolean negated, SourcePosition position)
        implements Expression {

    /** Checks the parts. */
    public Between {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitBetween(this);
    }
}
