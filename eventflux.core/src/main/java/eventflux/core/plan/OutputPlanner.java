package eventflux.core.plan;

import eventflux.core.plan.OutputStep.Shown;
import eventflux.core.plan.OutputStep.SortColumn;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.OutputShape;
import eventflux.core.resolved.OutputShape.OutputRate;
import eventflux.core.resolved.OutputShape.RateRows;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedQuery.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plans what happens to the rows of a step after the selection. What is needed for that and is no column of the output becomes a
 * column behind the others, which is dropped at the end.
 */
final class OutputPlanner {

    private final ResolvedQuery query;
    private final Selection selection;
    private final OutputShape shape;
    private final boolean rowsLeave;
    private final List<OutputColumn> columns;
    private final List<OutputStep> steps = new ArrayList<>();

    /**
     * Plans for one query.
     *
     * @param rowsLeave whether rows that have come leave again
     */
    OutputPlanner(ResolvedQuery query, boolean rowsLeave) {
        this.query = query;
        this.rowsLeave = rowsLeave;
        this.selection = query.selection();
        this.shape = query.output().shape();
        this.columns = new ArrayList<>(selection.columns());
        plan();
    }

    /** The columns of the output, then those that are dropped at the end. */
    List<OutputColumn> columns() {
        return columns;
    }

    /** The steps, in order. */
    List<OutputStep> steps() {
        return steps;
    }

    private void plan() {
        if (shape.distinct() && isAggregating()) {
            steps.add(new OutputStep.Distinct());
        }
        if (shape.arranges()) {
            List<SortColumn> order = shape.order().stream()
                    .map(key -> new SortColumn(place(key.value()), key.direction()))
                    .toList();
            steps.add(new OutputStep.Arrange(order, shape.offset(), shape.limit()));
        }
        shape.rate().ifPresent(this::planRate);
        int visible = selection.columns().size();
        if (columns.size() > visible) {
            steps.add(new OutputStep.Narrow(visible));
        }
    }

    private void planRate(OutputRate rate) {
        List<Integer> groups = rate.rows() == RateRows.ALL
                ? List.of()
                : selection.groupBy().stream().map(this::place).toList();
        List<Integer> aggregates = IntStream.range(0, columns.size())
                .filter(column -> isAggregate(columns.get(column).value()))
                .boxed()
                .toList();
        steps.add(new OutputStep.Rate(rate, groups, aggregates, shown(aggregates), query.name() + "/rate"));
    }

    // Without groups the last row tells of all aggregates even when no row is left.
    private Shown shown(List<Integer> aggregates) {
        if (!rowsLeave) {
            return Shown.LAST;
        }
        if (!selection.groupBy().isEmpty()) {
            boolean isAboutGroups = selection.columns().stream().allMatch(column -> isOfGroup(column.value()));
            return isAboutGroups ? Shown.GROUPS : Shown.WINDOW;
        }
        int visible = selection.columns().size();
        boolean isAllAggregates =
                aggregates.stream().filter(column -> column < visible).count() == visible;
        return isAllAggregates ? Shown.LAST : Shown.WINDOW;
    }

    // The same for all rows of a group that are there at one time.
    private boolean isOfGroup(Expr value) {
        return value instanceof Expr.AggregateRef
                || value instanceof Expr.Constant
                || selection.groupBy().contains(value)
                || !value.children().isEmpty() && value.children().stream().allMatch(this::isOfGroup);
    }

    private static boolean isAggregate(Expr value) {
        return value instanceof Expr.AggregateRef || value.children().stream().anyMatch(OutputPlanner::isAggregate);
    }

    private boolean isAggregating() {
        return !selection.aggregates().isEmpty() || !selection.groupBy().isEmpty();
    }

    private int place(Expr value) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).value().equals(value)) {
                return i;
            }
        }
        columns.add(new OutputColumn("@" + columns.size(), value));
        return columns.size() - 1;
    }
}
