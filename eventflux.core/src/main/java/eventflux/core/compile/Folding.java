package eventflux.core.compile;

import eventflux.core.plan.PlanStep;
import eventflux.core.plan.QueryPlan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedQuery.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out whether a query may take the rows of a batch into its results as they come, before their batch ends: whether it would find
 * the same in them then.
 */
final class Folding {

    private Folding() {}

    /** Whether it may, as far as the steps in front of its selection go, and the groups and aggregates of that. */
    static boolean isPossible(QueryPlan query) {
        List<PlanStep> steps = query.steps();
        int last = steps.size() - 1;
        return steps.get(last) instanceof PlanStep.Aggregate aggregate
                && query.tables().lookups().isEmpty()
                && isPossible(aggregate.selection())
                && steps.subList(0, last).stream().allMatch(Folding::isPossible)
                && steps.stream().filter(PlanStep.Window.class::isInstance).count() == 1;
    }

    private static boolean isPossible(PlanStep step) {
        return step instanceof PlanStep.Window
                || step instanceof PlanStep.Filter filter && !ReadsTime.reads(filter.condition());
    }

    // A group is looked up again when its batch ends, so its key is no function's: that may have another value then.
    private static boolean isPossible(Selection selection) {
        return selection.groupBy().stream().noneMatch(Folding::calls)
                && (selection.having().isEmpty() || givesTheSameNow(selection))
                && selection.aggregates().stream()
                        .map(AggregateCall::arguments)
                        .flatMap(List::stream)
                        .noneMatch(ReadsTime::reads);
    }

    // With a condition each row is tested, and what comes out made, when it comes.
    private static boolean givesTheSameNow(Selection selection) {
        return selection.having().stream().noneMatch(ReadsTime::reads)
                && selection.columns().stream().map(OutputColumn::value).noneMatch(ReadsTime::reads);
    }

    private static boolean calls(Expr expr) {
        return expr instanceof Expr.Call
                || expr instanceof Expr.Now
                || expr.children().stream().anyMatch(Folding::calls);
    }

    /** Whether what comes out of a group is the same whichever of its rows it is read from, but for the time. */
    static boolean readsKeysOnly(Selection selection) {
        Set<Integer> keys = new HashSet<>();
        for (Expr key : selection.groupBy()) {
            if (key instanceof Expr.ColumnRef column) {
                keys.add(column.column());
            }
        }
        return selection.columns().stream().allMatch(column -> readsOnly(column.value(), keys));
    }

    private static boolean readsOnly(Expr expr, Set<Integer> columns) {
        return expr instanceof Expr.ColumnRef column
                ? columns.contains(column.column())
                : expr.children().stream().allMatch(child -> readsOnly(child, columns));
    }
}
