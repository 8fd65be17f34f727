package eventflux.core.resolved;

import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import java.util.List;
import java.util.Objects;

/**
 * A condition over the rows of a window.
 *
 * @param value BOOL; input 0 is the row at hand, 1 the first row, 2 the last
 * @param aggregates the aggregator calls that it refers to by index, over input 0
 */
public record WindowCondition(Expr value, List<AggregateCall> aggregates) {

    /** The row at hand. */
    public static final int ROW = 0;

    /** The first row. */
    public static final int FIRST = 1;

    /** The last row. */
    public static final int LAST = 2;

    /** How many rows it is about. */
    public static final int INPUTS = 3;

    /** Copies the list. */
    public WindowCondition {
        Objects.requireNonNull(value, "value");
        aggregates = List.copyOf(aggregates);
    }

    @Override
    public String toString() {
        return value + (aggregates.isEmpty() ? "" : " with " + aggregates);
    }
}
