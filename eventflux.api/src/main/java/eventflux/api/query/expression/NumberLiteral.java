package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * A number. A minus directly before it belongs to it.
 *
 * @param kind the type its spelling gives it
 * @param value an Integer, Long, Float or Double, as the kind says
 * @param text as written
 * @param position where it stands
 */
public record NumberLiteral(NumberKind kind, Number value, String text, SourcePosition position) implements Expression {

    /** Checks the parts. */
    public NumberLiteral {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitNumberLiteral(this);
    }
}
