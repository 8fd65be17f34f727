package eventflux.core.resolved;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What becomes of the rows of a step before they leave a query.
 *
 * @param distinct whether equal rows count once
 * @param order the keys of the order; empty for that of arrival
 * @param offset how many rows of a step are left out first
 * @param limit at most how many rows of a step follow; empty for all
 * @param rate how often rows come out; empty for at once
 */
public record OutputShape(
        boolean distinct, List<OrderKey> order, long offset, Optional<Long> limit, Optional<OutputRate> rate) {

    /** Copies the list. */
    public OutputShape {
        order = List.copyOf(order);
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(rate, "rate");
    }

    /** All rows, as they come. */
    public static OutputShape plain() {
        return new OutputShape(false, List.of(), 0, Optional.empty(), Optional.empty());
    }

    /** The same with a rate. */
    public OutputShape every(Optional<OutputRate> given) {
        return new OutputShape(distinct, order, offset, limit, given);
    }

    /** Whether the rows of a step are brought into an order or counted. */
    public boolean arranges() {
        return !order.isEmpty() || offset > 0 || limit.isPresent();
    }

    /**
     * A key of an order.
     *
     * @param value over input and aggregates
     * @param direction which way
     */
    public record OrderKey(Expr value, Direction direction) {

        @Override
        public String toString() {
            return value + direction.label();
        }
    }

    /** Which way an order goes. A null is larger than all values. */
    public enum Direction {
        /** Smallest first. */
        ASCENDING(""),
        /** Largest first. */
        DESCENDING(" desc");

        private final String label;

        Direction(String label) {
            this.label = label;
        }

        /** As {@code explain} prints it. */
        public String label() {
            return label;
        }
    }

    /**
     * How often rows come out.
     *
     * @param rows which of the rows held back
     * @param unit what is counted
     * @param every how many events, or milliseconds; at least 1
     */
    public record OutputRate(RateRows rows, RateUnit unit, long every) {

        @Override
        public String toString() {
            return rows.name().toLowerCase(java.util.Locale.ROOT)
                    + " every "
                    + every
                    + (unit == RateUnit.EVENTS ? " events" : " ms");
        }
    }

    /** Which of the rows held back come out. */
    public enum RateRows {
        /** All of them. */
        ALL,
        /** The first, of each group. */
        FIRST,
        /** The last, of each group. */
        LAST,
        /** What the window holds. */
        SNAPSHOT
    }

    /** What a rate counts. */
    public enum RateUnit {
        /** Rows. */
        EVENTS,
        /** Time. */
        MILLISECONDS
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        if (distinct) {
            text.add("distinct");
        }
        if (!order.isEmpty()) {
            text.add("order by " + order);
        }
        if (offset > 0) {
            text.add("offset " + offset);
        }
        limit.ifPresent(count -> text.add("limit " + count));
        rate.ifPresent(found -> text.add("output " + found));
        return text.toString();
    }
}
