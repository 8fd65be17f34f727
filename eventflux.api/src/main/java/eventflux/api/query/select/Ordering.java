package eventflux.api.query.select;

import eventflux.api.query.expression.Expression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The order-by, limit and offset clauses.
 *
 * @param items the order; empty for that of arrival
 * @param limit at most how many rows
 * @param offset how many rows to leave out first
 */
public record Ordering(List<OrderItem> items, Optional<Expression> limit, Optional<Expression> offset) {

    /** Checks the parts and copies the lists. */
    public Ordering {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(offset, "offset");
        items = List.copyOf(items);
    }

    /** As the rows come. */
    public static Ordering none() {
        return new Ordering(List.of(), Optional.empty(), Optional.empty());
    }
}
