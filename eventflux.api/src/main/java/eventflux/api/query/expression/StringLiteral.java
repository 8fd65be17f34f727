package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * A string.
 *
 * @param value its characters, without quotes
 * @param quote the quotes that the author used
 * @param position where it stands
 */
public record StringLiteral(String value, Quote quote, SourcePosition position) implements Expression {

    /** Checks the parts. */
    public StringLiteral {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(quote, "quote");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitStringLiteral(this);
    }
}
