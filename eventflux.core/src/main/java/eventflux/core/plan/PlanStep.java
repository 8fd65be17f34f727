package eventflux.core.plan;

import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedQuery.Selection;
import eventflux.core.resolved.ResolvedQuery.StreamCall;
import eventflux.core.resolved.ResolvedQuery.WindowCall;
import java.util.List;

/** One thing that is done to the rows of a query. */
public sealed interface PlanStep {

    /** Lets rows pass for which the condition is true. */
    record Filter(Expr condition) implements PlanStep {}

    /**
     * Keeps rows in a window.
     *
     * @param call the window
     * @param id of its state
     * @param columns of its rows that stay
     */
    record Window(WindowCall call, String id, KeptColumns columns) implements PlanStep {}

    /**
     * Does something to each row: adds columns, or makes none, one or several rows of it.
     *
     * @param call the stream function
     * @param id of its state
     */
    record StreamFunction(StreamCall call, String id) implements PlanStep {}

    /**
     * Lets a row pass when no equal one is there, and a row that leaves when it is the last of its kind.
     *
     * @param values what makes rows equal
     * @param index how equal rows are found
     * @param id of its state
     */
    record Distinct(List<Expr> values, GroupIndex index, String id) implements PlanStep {
        /** Copies the list. */
        public Distinct {
            values = List.copyOf(values);
        }
    }

    /**
     * Makes a row of each row.
     *
     * @param columns the output
     */
    record Project(List<OutputColumn> columns) implements PlanStep {
        /** Copies the list. */
        public Project {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Counts rows into groups and makes rows of the results.
     *
     * @param selection aggregates, groups, columns, condition
     * @param index how groups are found
     * @param id of its state
     */
    record Aggregate(Selection selection, GroupIndex index, String id) implements PlanStep {}

    /**
     * Counts rows into buckets of groups and periods.
     *
     * @param aggregation which
     * @param index how groups are found
     */
    record Fold(ResolvedAggregation aggregation, GroupIndex index) implements PlanStep {}

    /** How the group of a row is found. */
    enum GroupIndex {
        /** There is only one group. */
        SINGLE("one group"),
        /** The key is a code: the place in an array. */
        CODE("array by code"),
        /** The key is a number: a hash table of longs. */
        NUMBER("hash of a number"),
        /** Any key: a hash table of bytes. */
        BYTES("hash of bytes");

        private final String label;

        GroupIndex(String label) {
            this.label = label;
        }

        /** As {@code explain} prints it. */
        public String label() {
            return label;
        }
    }
}
