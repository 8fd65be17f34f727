package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * The word {@code null}.
 *
 * @param position where it stands
 */
public record NullLiteral(SourcePosition position) implements Expression {

    /** Checks the parts. */
    public NullLiteral {
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitNullLiteral(this);
    }
}
