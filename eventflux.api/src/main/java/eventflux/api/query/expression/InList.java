package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Objects;

/**
 * Whether a value is among others.
 *
 * @param operand the value
 * @param items the others
 * @param negated whether {@code NOT} was written
 * @param position where it stands
 */
public record InList(Expression operand, List<Expression> items, boolean negated, SourcePosition position)
        implements Expression {

    /** Checks the parts and copies the lists. */
    public InList {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(position, "position");
        items = List.copyOf(items);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitInList(this);
    }
}
