package eventflux.core.plan;

import eventflux.core.plan.PlanStep.Aggregate;
import eventflux.core.plan.PlanStep.Distinct;
import eventflux.core.plan.PlanStep.Filter;
import eventflux.core.plan.PlanStep.Project;
import eventflux.core.plan.PlanStep.StreamFunction;
import eventflux.core.plan.PlanStep.Window;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedQuery.Selection;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rule that a window keeps those columns of its rows only that somebody reads: the steps behind it, or the window itself. A window that
 * may read any column keeps all. So does that of a side of a join: the row that has left is found by its values among those that are kept
 * to be joined.
 */
final class ColumnPruning {

    private ColumnPruning() {}

    /** The same steps, up to a last one that makes rows of its own, with windows that keep what is read. */
    static List<PlanStep> pruned(List<PlanStep> steps) {
        List<PlanStep> pruned = new ArrayList<>(steps);
        BitSet read = new BitSet();
        // A stream function is shown the whole row.
        for (int i = pruned.size() - 1; i >= 0 && !(pruned.get(i) instanceof StreamFunction); i--) {
            if (pruned.get(i) instanceof Window window) {
                pruned.set(i, pruned(window, read));
            }
            rowExpressions(pruned.get(i)).forEach(expr -> addColumns(expr, read));
        }
        return pruned;
    }

    private static Window pruned(Window window, BitSet behind) {
        if (window.call().columns().isEmpty()) {
            return window;
        }
        BitSet leftOut = new BitSet();
        leftOut.set(0, window.columns().rows().size());
        leftOut.andNot(behind);
        window.call().columns().get().forEach(leftOut::clear);
        window.call().expressions().flatMap(ColumnPruning::columns).forEach(column -> leftOut.clear(column.column()));
        return new Window(
                window.call(), window.id(), new KeptColumns(window.columns().rows(), leftOut));
    }

    private static Stream<Expr> rowExpressions(PlanStep step) {
        if (step instanceof Filter filter) {
            return Stream.of(filter.condition());
        }
        if (step instanceof Distinct distinct) {
            return distinct.values().stream();
        }
        if (step instanceof Project project) {
            return project.columns().stream().map(OutputColumn::value);
        }
        return step instanceof Aggregate aggregate ? expressions(aggregate.selection()) : Stream.empty();
    }

    private static Stream<Expr> expressions(Selection selection) {
        return Stream.of(
                        selection.columns().stream().map(OutputColumn::value),
                        selection.aggregates().stream().flatMap(call -> call.arguments().stream()),
                        selection.groupBy().stream(),
                        selection.having().stream())
                .flatMap(expressions -> expressions);
    }

    private static void addColumns(Expr expr, BitSet read) {
        columns(expr).forEach(column -> read.set(column.column()));
    }

    // What a test looks at in its table is none of the row's, unless it is asked for by the row itself.
    private static Stream<Expr.ColumnRef> columns(Expr expr) {
        if (expr instanceof Expr.ColumnRef column) {
            return Stream.of(column);
        }
        Stream<Expr.ColumnRef> columns = expr.children().stream().flatMap(ColumnPruning::columns);
        return expr instanceof Truth.InTable test && test.asking().isEmpty()
                ? columns.filter(column -> column.input() != Truth.InTable.TABLE_ROW)
                : columns;
    }
}
