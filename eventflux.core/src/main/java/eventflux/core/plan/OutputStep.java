package eventflux.core.plan;

import eventflux.core.resolved.OutputShape.Direction;
import eventflux.core.resolved.OutputShape.OutputRate;
import eventflux.core.resolved.OutputShape.RateRows;
import java.util.List;
import java.util.Optional;

/** One thing that is done to the rows of a step after the selection has made them. */
public sealed interface OutputStep {

    /** Drops rows that equal an earlier one of the step. */
    record Distinct() implements OutputStep {
        @Override
        public String toString() {
            return "distinct rows of a step";
        }
    }

    /**
     * Sorts and counts.
     *
     * @param order by which columns; empty for the order of arrival
     * @param offset how many rows are left out first
     * @param limit at most how many follow; empty for all
     */
    record Arrange(List<SortColumn> order, long offset, Optional<Long> limit) implements OutputStep {
        /** Copies the list. */
        public Arrange {
            order = List.copyOf(order);
        }

        @Override
        public String toString() {
            return (order.isEmpty() ? "arrange" : "order by " + order)
                    + (offset > 0 ? " offset " + offset : "")
                    + limit.map(count -> " limit " + count).orElse("");
        }
    }

    /**
     * Holds rows back until they are due.
     *
     * @param rate when, and which
     * @param groups the columns whose values make a group; empty for one group
     * @param aggregates the columns whose values change while their row stays in the window
     * @param shown what a snapshot shows
     * @param id of its state
     */
    record Rate(OutputRate rate, List<Integer> groups, List<Integer> aggregates, Shown shown, String id)
            implements OutputStep {
        /** Copies the lists. */
        public Rate {
            groups = List.copyOf(groups);
            aggregates = List.copyOf(aggregates);
        }

        @Override
        public String toString() {
            boolean isSnapshot = rate.rows() == RateRows.SNAPSHOT;
            return "output " + rate + (groups.isEmpty() ? "" : " by " + groups) + (isSnapshot ? shown.label() : "");
        }
    }

    /** What a snapshot shows. */
    enum Shown {
        /** The last row, of each group; there is no window. */
        LAST(" of the last rows"),
        /** The last row of each group that has rows in the window: all that is selected are aggregates and keys. */
        GROUPS(" of the groups"),
        /** The rows of the window, with the present aggregates. */
        WINDOW(" of the window");

        private final String label;

        Shown(String label) {
            this.label = label;
        }

        /** As {@code explain} prints it. */
        String label() {
            return label;
        }
    }

    /**
     * Drops the columns that were there for the steps before only.
     *
     * @param columns how many stay
     */
    record Narrow(int columns) implements OutputStep {
        @Override
        public String toString() {
            return "keep the first " + columns + " columns";
        }
    }

    /**
     * A column to sort by.
     *
     * @param column its place
     * @param direction which way
     */
    record SortColumn(int column, Direction direction) {
        @Override
        public String toString() {
            return "[" + column + "]" + direction.label();
        }
    }
}
