package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Node;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The frame of an {@code OVER} clause.
 *
 * @param partitionBy the keys, may be empty
 * @param orderBy the order, may be empty
 * @param preceding how far back the frame reaches: a number of rows or a duration; empty for all
 * @param position where it stands
 */
public record Over(
        List<Expression> partitionBy, List<Expression> orderBy, Optional<Expression> preceding, SourcePosition position)
        implements Node {

    /** Checks the parts and copies the lists. */
    public Over {
        Objects.requireNonNull(preceding, "preceding");
        Objects.requireNonNull(position, "position");
        partitionBy = List.copyOf(partitionBy);
        orderBy = List.copyOf(orderBy);
    }
}
