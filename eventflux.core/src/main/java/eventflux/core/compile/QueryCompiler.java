package eventflux.core.compile;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowFactory;
import eventflux.api.spi.window.WindowMode;
import eventflux.core.compile.AggregateCompiler.Leaving;
import eventflux.core.operator.BatchAggregateStage;
import eventflux.core.operator.FilterStage;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.ProjectStage;
import eventflux.core.operator.QueryEntry;
import eventflux.core.operator.QueryOutput;
import eventflux.core.operator.QueryOutput.EmittedRows;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.Selection;
import eventflux.core.operator.SlidingAggregateStage;
import eventflux.core.operator.Stage;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.WindowParts;
import eventflux.core.operator.WindowStage;
import eventflux.core.plan.PlanStep;
import eventflux.core.plan.QueryPlan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordStore;
import eventflux.core.state.SingleRecord;
import java.util.List;
import java.util.Optional;

/** Makes the operators of one query, the last one first. */
final class QueryCompiler {

    private final CompileScope scope;
    private final QueryPlan query;
    private final RowLayout input;
    private final RowLayout outputLayout;
    private final EmittedRows kinds;
    private final boolean hasWindow;
    // The window's parts are made before the selection, which asks how rows leave, and used after it.
    private Optional<PreparedWindow> window = Optional.empty();
    private QueryOutput output;
    private boolean readsClock;

    QueryCompiler(CompileScope scope, QueryPlan query, RowLayout input, RowLayout outputLayout) {
        this.scope = scope;
        this.query = query;
        this.input = input;
        this.outputLayout = outputLayout;
        this.kinds = new EmittedRows(query.output().current(), query.output().expired());
        this.hasWindow = query.steps().stream().anyMatch(PlanStep.Window.class::isInstance);
    }

    /** Whether anything of the query asks for the time. */
    boolean readsClock() {
        return readsClock;
    }

    /** Makes the query, lets it read its stream, and answers its end. */
    QueryOutput compile(StreamJunction stream) {
        readsClock = ReadsTime.anyOf(query);
        query.steps().stream()
                .filter(PlanStep.Window.class::isInstance)
                .map(PlanStep.Window.class::cast)
                .findFirst()
                .ifPresent(this::prepareWindow);
        List<PlanStep> steps = query.steps();
        Stage stage = selection(steps.get(steps.size() - 1));
        for (int i = steps.size() - 2; i >= 0; i--) {
            stage = before(steps.get(i), stage);
        }
        stream.add(new QueryEntry(query.name(), view(), stage, hasWindow, scope.failures()));
        return output;
    }

    private Stage before(PlanStep step, Stage next) {
        if (step instanceof PlanStep.Filter filter) {
            return new FilterStage(
                    scope.code().predicate(filter.condition(), scope.bindings(input)), scope.context(), next);
        }
        PreparedWindow prepared = window.orElseThrow();
        SingleRecord record = new SingleRecord(prepared.id(), prepared.store());
        WindowStage stage = new WindowStage(prepared.parts(), record, scope.clock(), scope.failures(), next);
        scope.state().add(stage);
        return stage;
    }

    private void prepareWindow(PlanStep.Window step) {
        RecordStore store = new RecordStore();
        StateFactory state = new OperatorState(store, new RowArena(), "", input, scope.symbols());
        KeyedTimer timer = new KeyedTimer(scope.clock().timers(), state);
        CompiledWindowContext context =
                new CompiledWindowContext(step.call().arguments(), input.schema(), state, timer, kinds.expired());
        Window made = scope.extensions()
                .make(
                        step.call().extension(),
                        WindowFactory.class,
                        Optional.of(step.call().position()),
                        factory -> factory.create(context));
        window = Optional.of(new PreparedWindow(
                step.id(), store, new WindowParts(made, timer, scope.state().size())));
        readsClock |= made.readsTime() || kinds.expired();
    }

    private Stage selection(PlanStep step) {
        if (step instanceof PlanStep.Project project) {
            output = output(project.columns(), List.of());
            return new ProjectStage(output);
        }
        PlanStep.Aggregate aggregate = (PlanStep.Aggregate) step;
        AggregateCompiler compiler = new AggregateCompiler(scope, aggregate, input, leaving());
        output = output(aggregate.selection().columns(), compiler.aggregators());
        Selection selection = compiler.selection(having(aggregate.selection().having(), compiler.aggregators()));
        scope.state().add(selection.groups());
        return isBatch()
                ? new BatchAggregateStage(selection, scope.context(), output, view())
                : new SlidingAggregateStage(selection, scope.context(), output);
    }

    private boolean isBatch() {
        return window.isPresent() && window.get().parts().window().mode() == WindowMode.BATCH;
    }

    // Without a window nothing leaves; a batch whose expired rows nobody wants ends with a reset.
    private Leaving leaving() {
        boolean oneByOne = window.isPresent() && (!isBatch() || kinds.expired());
        boolean inOrder = window.isEmpty() || window.get().parts().window().expiresInOrder();
        return new Leaving(oneByOne, inOrder);
    }

    private QueryOutput output(List<OutputColumn> columns, List<Aggregator> aggregators) {
        List<Expr> values = columns.stream().map(OutputColumn::value).toList();
        return new QueryOutput(
                new RowBuilder(new RowBatch(outputLayout), scope.symbols()),
                scope.code()
                        .projection(values, outputLayout, scope.bindings(input).with(aggregators)),
                scope.context(),
                kinds);
    }

    private RowPredicate having(Optional<Expr> condition, List<Aggregator> aggregators) {
        return condition
                .map(expr -> scope.code().predicate(expr, scope.bindings(input).with(aggregators)))
                .orElse((row, context) -> true);
    }

    private RowView view() {
        return new RowView(input, scope.symbols());
    }

    /**
     * A window that has been made and not yet built in.
     *
     * @param id of its state
     * @param store its records
     * @param parts the window and its timer
     */
    private record PreparedWindow(String id, RecordStore store, WindowParts parts) {}
}
