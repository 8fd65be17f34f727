package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * Whether a value, or a pattern element, is absent.
 *
 * @param operand the value or the element
 * @param negated whether {@code NOT} was written
 * @param position where it stands
 */
public record IsNull(Expression operand, boolean negated, SourcePosition position) implements Expression {

    /** Checks the parts. */
    public IsNull {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitIsNull(this);
    }
}
