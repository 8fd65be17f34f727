package eventflux.core.compile;

import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.Stage;
import eventflux.core.operator.join.LiveLookup;
import eventflux.core.operator.table.OneRow;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.operator.table.RunOnce;
import eventflux.core.plan.AggregationPlan;
import eventflux.core.plan.OnDemandPlan;
import eventflux.core.plan.Plan;
import eventflux.core.plan.QueryPlan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.WindowCondition.FromRows;
import eventflux.core.resolved.WindowCondition.Written;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.state.LiveRows;
import eventflux.core.state.RecordStore;
import eventflux.core.state.StateUnit;
import eventflux.core.state.UnitStates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes what runs a query on demand once, over the tables and aggregations of a pipeline. Used by the thread that owns the application. */
public final class OnDemandCompiler {

    // All rows of a table or aggregation are one batch.
    private static final RowLife ONE_BATCH = RowLife.of(false, true, true);

    private final CompileScope scope;
    private final Map<String, LiveRows> windows;

    /**
     * A compiler for one query.
     *
     * @param extensions make aggregators
     * @param code makes predicates, projections and keys
     * @param pipeline whose tables and named windows are read, and tables changed
     * @param plan of that pipeline
     * @param failures takes rows that fail
     */
    public OnDemandCompiler(
            Extensions extensions, ExpressionCompiler code, Pipeline pipeline, Plan plan, RowFailures failures) {
        this.windows = pipeline.windows();
        EvalContext context = new EvalContext();
        TableCompiler tables = new TableCompiler(code, pipeline.symbols(), context, failures);
        plan.tables().forEach(table -> tables.take(table, pipeline));
        AggregationReaders aggregations = new AggregationReaders(code, pipeline.symbols(), tables);
        for (AggregationPlan aggregation : plan.aggregations()) {
            aggregations.add(aggregation, pipeline.aggregations().get(aggregation.name()));
        }
        this.scope = new CompileScope(
                extensions,
                OnDemandCompiler::noCondition,
                code,
                pipeline.symbols(),
                context,
                pipeline.clock(),
                failures,
                new UnitStates().of(new StateUnit("query", "on demand", Map.of())),
                tables,
                aggregations,
                Map.of(),
                new ReaderIndexCompiler(pipeline.symbols()),
                new RecordStore(),
                Optional.empty());
    }

    /** Sets the time of what is put into tables; answers this compiler. */
    public OnDemandCompiler at(long now) {
        scope.context().now(now);
        return this;
    }

    /**
     * What runs the query.
     *
     * @param result makes what takes the rows of the output, for their layout
     */
    public RunOnce compile(OnDemandPlan plan, Function<RowLayout, RunReceiver> result) {
        QueryPlan query = plan.query();
        RowLayout nothing = new RowLayout(Schema.of());
        RowLayout input = plan.source().map(source -> layout(plan, source)).orElse(nothing);
        RowLayout outputLayout = scope.tables().outputLayout(query);
        QueryCompiler compiler = new QueryCompiler(scope, query, input, ONE_BATCH, outputLayout);
        Stage first = plan.isOneGroup() ? compiler.oneGroup() : compiler.compile();
        query.output()
                .action()
                .ifPresent(action -> compiler.output().add(scope.tables().action(action, query.name(), outputLayout)));
        compiler.output().add(result.apply(compiler.output().layout()));
        scope.records().create();
        OneRow row = new OneRow(nothing, scope.symbols(), scope.context().now());
        RowLookup rows =
                plan.source().map(source -> lookup(plan, source, nothing)).orElse(row);
        return new RunOnce(rows, row.row(), scope.context(), first);
    }

    private RowLayout layout(OnDemandPlan plan, String source) {
        if (plan.asked().isPresent()) {
            return scope.aggregations().layout(source);
        }
        LiveRows window = windows.get(source);
        return window == null ? scope.tables().layout(source) : window.layout();
    }

    private RowLookup lookup(OnDemandPlan plan, String source, RowLayout nothing) {
        Expr condition = plan.condition().orElse(all());
        if (plan.asked().isPresent()) {
            return scope.aggregations().lookup(source, condition, plan.asked().get(), nothing);
        }
        LiveRows window = windows.get(source);
        return window == null
                ? scope.tables()
                        .lookup(
                                source,
                                condition,
                                nothing,
                                columns(scope.tables().layout(source)))
                : lookup(window, plan.condition(), nothing);
    }

    private static List<Integer> columns(RowLayout table) {
        return IntStream.range(0, table.columns()).boxed().toList();
    }

    private RowLookup lookup(LiveRows window, Optional<Expr> condition, RowLayout nothing) {
        RowLayout rows = window.layout();
        return new LiveLookup(
                window,
                Optional.empty(),
                condition.map(test -> scope.code().pairPredicate(test, scope.bindings(List.of(nothing, rows)))),
                new RowView(rows, scope.symbols()));
    }

    private static Written noCondition(FromRows condition, String text) {
        throw new IllegalStateException("queries on demand have no windows of their own");
    }

    private static Expr all() {
        return new Expr.Constant(DataType.BOOL, true);
    }
}
