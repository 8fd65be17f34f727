package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedQuery.Filter;
import eventflux.core.resolved.ResolvedQuery.Handler;
import eventflux.core.resolved.ResolvedQuery.Selection;
import eventflux.core.resolved.ResolvedQuery.WindowCall;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Makes the plan of an application: orders the steps of each query, and applies the rules that look at all of them. */
public final class Planner {

    private final ResolvedApp app;
    private final Map<String, BitSet> coded;

    private Planner(ResolvedApp app) {
        this.app = app;
        this.coded = CodedColumns.of(app);
    }

    /** The plan. */
    public static Plan plan(ResolvedApp app) {
        return new Planner(app).plan();
    }

    private Plan plan() {
        FanOut fanOut = new FanOut(app);
        List<StreamPlan> streams = app.streams().stream()
                .map(stream -> new StreamPlan(
                        stream.name(), stream.schema(), coded.get(stream.name()), fanOut.isByRow(stream.name())))
                .toList();
        return new Plan(
                app.name(),
                app.time(),
                streams,
                app.queries().stream().map(this::query).toList());
    }

    private QueryPlan query(ResolvedQuery query) {
        List<PlanStep> steps = new ArrayList<>();
        for (Handler handler : query.input().handlers()) {
            if (handler instanceof Filter filter) {
                addFilter(steps, filter.condition());
            } else if (handler instanceof WindowCall window) {
                steps.add(new PlanStep.Window(window, query.name() + "/window"));
            }
        }
        Selection selection = query.selection();
        if (selection.aggregates().isEmpty() && selection.groupBy().isEmpty()) {
            // Without aggregates a condition on the output is one on the row.
            selection.having().ifPresent(condition -> addFilter(steps, condition));
            steps.add(new PlanStep.Project(selection.columns()));
        } else {
            steps.add(new PlanStep.Aggregate(selection, index(query), query.name() + "/groups"));
        }
        return new QueryPlan(query.name(), query.input().stream(), steps, query.output());
    }

    // Filters one after another are one conjunction.
    private static void addFilter(List<PlanStep> steps, Expr condition) {
        int last = steps.size() - 1;
        if (last >= 0 && steps.get(last) instanceof PlanStep.Filter before) {
            steps.set(last, new PlanStep.Filter(new Expr.Logical(true, List.of(before.condition(), condition), true)));
        } else {
            steps.add(new PlanStep.Filter(condition));
        }
    }

    private GroupIndex index(ResolvedQuery query) {
        List<Expr> keys = query.selection().groupBy();
        if (keys.isEmpty()) {
            return GroupIndex.SINGLE;
        }
        if (keys.size() > 1) {
            return GroupIndex.BYTES;
        }
        Expr key = keys.get(0);
        if (key instanceof Expr.ColumnRef column
                && column.type() == DataType.STRING
                && coded.get(query.input().stream()).get(column.column())) {
            return GroupIndex.CODE;
        }
        return key.type() == DataType.INT || key.type() == DataType.LONG || key.type() == DataType.BOOL
                ? GroupIndex.NUMBER
                : GroupIndex.BYTES;
    }
}
