package eventflux.api.query.select;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.Node;
import java.util.Objects;

/**
 * One key of an order.
 *
 * @param key the key; a whole number is the position of an item
 * @param direction which way
 * @param position where it stands
 */
public record OrderItem(Expression key, Direction direction, SourcePosition position) implements Node {

    /** Checks the parts. */
    public OrderItem {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(position, "position");
    }

    /** Which way. */
    public enum Direction {
        /** Smallest first. */
        ASCENDING,
        /** Largest first. */
        DESCENDING
    }
}
