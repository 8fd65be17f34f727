package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Node;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code within start, end}; for a join of streams one duration, for an aggregation one or two moments.
 *
 * @param start the duration, the pattern of a moment, or the first moment
 * @param end the last moment
 * @param position where it stands
 */
public record TimeRange(Expression start, Optional<Expression> end, SourcePosition position) implements Node {

    /** Checks the parts. */
    public TimeRange {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(position, "position");
    }
}
