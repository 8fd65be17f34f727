package eventflux.core.compile;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.operator.BatchAggregateStage;
import eventflux.core.operator.BatchHavingStage;
import eventflux.core.operator.FoldedAggregateStage;
import eventflux.core.operator.FoldedHavingStage;
import eventflux.core.operator.FoldedStep;
import eventflux.core.operator.Groups;
import eventflux.core.operator.KeyedGroups;
import eventflux.core.operator.LongKey;
import eventflux.core.operator.PrefetchStage;
import eventflux.core.operator.QueryOutput;
import eventflux.core.operator.QueryOutput.EmittedRows;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.SelectStage;
import eventflux.core.operator.Selection;
import eventflux.core.operator.SlidingAggregateStage;
import eventflux.core.operator.Stage;
import eventflux.core.operator.table.GroupOfNothing;
import eventflux.core.plan.PlanStep;
import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.plan.QueryPlan;
import eventflux.core.plan.Scan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.OutputShape.OutputRate;
import eventflux.core.resolved.OutputShape.RateRows;
import eventflux.core.resolved.OutputShape.RateUnit;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the operators of one query, the last one first. */
final class QueryCompiler {

    private final CompileScope scope;
    private final QueryPlan query;
    private final RowLayout input;
    private final RowLife scanned;
    private final RowLayout outputLayout;
    private final EmittedRows kinds;
    // Prepared before the selection, which asks how rows lie and leave, and built in after it.
    private RowSteps before;
    private QueryOutput output;
    private RowPredicate having;
    private Groups groups; // null where nothing is counted
    private boolean readsClock;

    QueryCompiler(CompileScope scope, QueryPlan query, ScanCompiler scan, RowLayout outputLayout) {
        this(scope, query, scan.layout(), scan.life(), outputLayout);
    }

    QueryCompiler(CompileScope scope, QueryPlan query, RowLayout input, RowLife scanned, RowLayout outputLayout) {
        this.scope = scope;
        this.query = query;
        this.input = input;
        this.scanned = scanned;
        this.outputLayout = outputLayout;
        this.kinds = kinds(query);
    }

    // A snapshot of a window is made of what comes and what leaves.
    static EmittedRows kinds(QueryPlan query) {
        return isSnapshot(query)
                ? new EmittedRows(true, true)
                : new EmittedRows(query.output().current(), query.output().expired());
    }

    private static boolean isSnapshot(QueryPlan query) {
        return rates(query).anyMatch(rate -> rate.rows() == RateRows.SNAPSHOT);
    }

    private static Stream<OutputRate> rates(QueryPlan query) {
        return query.output().shape().rate().stream();
    }

    /** Whether anything of the query asks for the time. */
    boolean readsClock() {
        return readsClock;
    }

    /** Makes the stages that the rows of the scan pass, and answers the first. */
    Stage compile() {
        readsClock = ReadsTime.anyOf(query) || rates(query).anyMatch(rate -> rate.unit() == RateUnit.MILLISECONDS);
        List<PlanStep> steps = query.steps();
        int end = selectionBegin(steps);
        before = new RowSteps(scope, steps.subList(0, end), input, scanned, use());
        readsClock |= before.readsClock();
        Stage first = before.before(selection(steps.subList(end, steps.size())));
        return groups instanceof KeyedGroups keyed && isKnownOutside(steps, end)
                ? prefetching(keyed, (PlanStep.Aggregate) steps.get(end), first)
                : first;
    }

    // Rows come in runs, and behind nothing but windows their columns are those that they came with.
    private boolean isKnownOutside(List<PlanStep> steps, int end) {
        return query.scan() instanceof Scan.OfStream
                && steps.stream().limit(end).allMatch(PlanStep.Window.class::isInstance);
    }

    private Stage prefetching(KeyedGroups keyed, PlanStep.Aggregate aggregate, Stage first) {
        Expr key = aggregate.selection().groupBy().get(0);
        if (aggregate.index() == GroupIndex.BYTES || !(key instanceof Expr.ColumnRef)) {
            return first;
        }
        LongKey column = scope.code().longKey(key, scope.bindings(input));
        return new PrefetchStage(keyed, column, new RowView(input, scope.symbols()), scope.context(), first);
    }

    /** The same for rows that are one group, which gives a row also when none comes. */
    Stage oneGroup() {
        Stage first = compile();
        RowView nothing =
                GroupOfNothing.nulls(input, scope.symbols(), scope.context().now());
        return new GroupOfNothing(first, having, scope.context(), output, nothing);
    }

    private WindowUse use() {
        return !kinds.expired() && Folding.isPossible(query) ? WindowUse.FOLDED : WindowUse.of(kinds.expired());
    }

    /** Its end; after {@link #compile}. */
    QueryOutput output() {
        return output;
    }

    /**
     * Whether each row is a step of its own: what works on steps must not depend on how rows were gathered into runs. After {@link
     * #compile}.
     */
    boolean stepsByRow() {
        return before.stepsByRow()
                || !query.shaping().isEmpty()
                || query.tables().byRow();
    }

    // Filters in front of a projection are part of it.
    private static int selectionBegin(List<PlanStep> steps) {
        int begin = steps.size() - 1;
        if (steps.get(begin) instanceof PlanStep.Project) {
            while (begin > 0 && steps.get(begin - 1) instanceof PlanStep.Filter) {
                begin--;
            }
        }
        return begin;
    }

    private Stage selection(List<PlanStep> steps) {
        int last = steps.size() - 1;
        if (steps.get(last) instanceof PlanStep.Project project) {
            return select(conjunction(steps.subList(0, last)), project);
        }
        return aggregation((PlanStep.Aggregate) steps.get(last));
    }

    private static Expr conjunction(List<PlanStep> filters) {
        List<Expr> conditions = filters.stream()
                .map(filter -> ((PlanStep.Filter) filter).condition())
                .toList();
        return conditions.size() == 1 ? conditions.get(0) : new Truth.Logical(true, conditions, true);
    }

    private Stage select(Expr condition, PlanStep.Project project) {
        SelectStage stage = outputCompiler().compile(condition, project.columns(), kinds);
        output = stage.output();
        return stage;
    }

    private Stage aggregation(PlanStep.Aggregate aggregate) {
        RowLife life = before.life();
        AggregateCompiler compiler = new AggregateCompiler(scope, aggregate, before.layout(), life);
        output = output(aggregate.selection().columns(), compiler.aggregators());
        if (life.folded()) {
            return fold(aggregate.selection(), compiler);
        }
        Selection selection = selection(aggregate.selection(), compiler);
        if (!life.inBatches() || isSnapshot(query)) {
            return new SlidingAggregateStage(selection, scope.context(), output);
        }
        return aggregate.selection().having().isPresent()
                ? new BatchHavingStage(selection, scope.context(), output)
                : new BatchAggregateStage(selection, scope.context(), output, view());
    }

    private Stage fold(ResolvedQuery.Selection resolved, AggregateCompiler compiler) {
        boolean tests = resolved.having().isPresent();
        Optional<RowLayout> made = tests ? Optional.of(output.newBuilder().layout()) : Optional.empty();
        Optional<RowLayout> taken = Folding.readsKeysOnly(resolved) ? Optional.empty() : Optional.of(before.layout());
        FoldedStep step = compiler.foldedStep(tests ? made : taken);
        Selection selection = selection(resolved, compiler);
        scope.state().add(step.state());
        return tests
                ? new FoldedHavingStage(selection, step, scope.context(), output)
                : new FoldedAggregateStage(selection, step, scope.context(), output);
    }

    private Selection selection(ResolvedQuery.Selection resolved, AggregateCompiler compiler) {
        having = having(resolved.having(), compiler.aggregators());
        Selection selection = compiler.selection(having);
        groups = selection.groups();
        scope.state().add(groups);
        return selection;
    }

    private QueryOutput output(List<OutputColumn> columns, List<Aggregator> aggregators) {
        return outputCompiler().compile(columns, aggregators, kinds);
    }

    private OutputCompiler outputCompiler() {
        return new OutputCompiler(scope, query, List.of(before.layout()), outputLayout);
    }

    private RowPredicate having(Optional<Expr> condition, List<Aggregator> aggregators) {
        return condition
                .map(expr -> scope.code()
                        .predicate(expr, scope.bindings(before.layout()).with(aggregators)))
                .orElse((row, context) -> true);
    }

    private RowView view() {
        return new RowView(before.layout(), scope.symbols());
    }
}
