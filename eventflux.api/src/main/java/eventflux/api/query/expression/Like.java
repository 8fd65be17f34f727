package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a string matches a pattern of {@code %} and {@code _}.
 *
 * @param operand the string
 * @param pattern the pattern
 * @param escape the character that makes the next one ordinary
 * @param negated whether {@code NOT} was written
 * @param position where it stands
 */
public record Like(
        Expression operand, Expression pattern, Optional<Expression> escape, boolean negated, SourcePosition position)
        implements Expression {

    /** Checks the parts. */
    public Like {
        Objects.requireNonNull(operand, "operand");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(escape, "escape");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitLike(this);
    }
}
