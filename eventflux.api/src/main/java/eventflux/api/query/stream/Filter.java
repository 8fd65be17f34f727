package eventflux.api.query.stream;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import java.util.Objects;

/**
 * {@code [condition]}: only rows that fulfil it go on.
 *
 * @param condition the condition
 * @param position where it stands
 */
public record Filter(Expression condition, SourcePosition position) implements StreamHandler {

    /** Checks the parts. */
    public Filter {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(StreamHandlerVisitor<R> visitor) {
        return visitor.visitFilter(this);
    }
}
