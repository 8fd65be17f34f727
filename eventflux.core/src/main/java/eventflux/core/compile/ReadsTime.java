package eventflux.core.compile;

import eventflux.core.plan.PlanStep;
import eventflux.core.plan.QueryPlan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds out whether an expression asks for the application's time. */
final class ReadsTime {

    private ReadsTime() {}

    /** Whether any expression of the query does. */
    static boolean anyOf(QueryPlan query) {
        Stream<Expr> ofTable = query.output().action().stream().flatMap(TableAction::expressions);
        return Stream.concat(query.steps().stream().flatMap(ReadsTime::roots), ofTable)
                .anyMatch(ReadsTime::reads);
    }

    private static Stream<Expr> roots(PlanStep step) {
        List<Expr> roots = new ArrayList<>();
        if (step instanceof PlanStep.Filter filter) {
            roots.add(filter.condition());
        } else if (step instanceof PlanStep.Project project) {
            project.columns().forEach(column -> roots.add(column.value()));
        } else if (step instanceof PlanStep.Window window) {
            window.call().expressions().forEach(roots::add);
        } else if (step instanceof PlanStep.Distinct distinct) {
            roots.addAll(distinct.values());
        } else if (step instanceof PlanStep.Aggregate aggregate) {
            aggregate.selection().columns().forEach(column -> roots.add(column.value()));
            aggregate.selection().aggregates().forEach(call -> roots.addAll(call.arguments()));
            roots.addAll(aggregate.selection().groupBy());
            aggregate.selection().having().ifPresent(roots::add);
        }
        return roots.stream();
    }

    /** Whether an expression does. */
    static boolean reads(Expr expr) {
        boolean asks = expr instanceof Expr.Now
                || expr instanceof Expr.Call call && call.function().takesContext();
        return asks || expr.children().stream().anyMatch(ReadsTime::reads);
    }
}
