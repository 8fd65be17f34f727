package eventflux.core.compile;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.KeyIndex;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.aggregation.Aggregation;
import eventflux.core.operator.aggregation.BucketBacking;
import eventflux.core.operator.aggregation.BucketBegin;
import eventflux.core.operator.aggregation.BucketPurge;
import eventflux.core.operator.aggregation.BucketText;
import eventflux.core.operator.aggregation.Buckets;
import eventflux.core.operator.aggregation.CalendarPeriod;
import eventflux.core.operator.aggregation.FoldStage;
import eventflux.core.operator.aggregation.GroupTable;
import eventflux.core.operator.aggregation.LatestValue;
import eventflux.core.operator.aggregation.OneKeyIndex;
import eventflux.core.operator.aggregation.RowMoment;
import eventflux.core.operator.aggregation.StoredBuckets;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.operator.table.MemoryTable;
import eventflux.core.plan.AggregationPlan;
import eventflux.core.plan.PlanStep;
import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedAggregation.Purge;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import eventflux.core.state.UnitStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one aggregation, what feeds it, and what makes it forget. */
final class AggregationCompiler {

    private final CompileScope scope;
    private final UnitStates.Collector purging;
    private final AggregationPlan plan;
    private final ResolvedAggregation aggregation;
    private final ScanCompiler scan;
    private final RowSteps steps;
    private final RowLayout input;
    private final RowMoment moment;
    private final RecordStore records = new RecordStore();
    private final RecordPart cells;
    private final RowArena arena = new RowArena();
    private final LongCell begin;
    private final List<Aggregator> aggregators = new ArrayList<>();

    AggregationCompiler(
            CompileScope scope,
            AggregationPlan plan,
            Map<String, StreamJunction> junctions,
            UnitStates.Collector purging) {
        this.scope = scope;
        this.purging = purging;
        this.plan = plan;
        this.aggregation = plan.aggregation();
        this.scan = ScanCompiler.of(scope, plan.feed(), junctions);
        List<PlanStep> feed = plan.feed().steps();
        this.steps =
                new RowSteps(scope, feed.subList(0, feed.size() - 1), scan.layout(), scan.life(), WindowUse.CURRENT);
        this.input = steps.layout();
        this.moment = moment();
        this.cells = new RecordPart("aggregation/" + plan.name(), records);
        this.begin = state("").longCell("begin", 0);
        for (AggregateCall call : aggregation.aggregates()) {
            aggregators.add(aggregator(call, aggregators.size() + "."));
        }
    }

    /** Whether the clock has to be read for it. */
    boolean readsClock() {
        return purge().isPresent() || ReadsTime.anyOf(plan.feed());
    }

    // What lies in a store is written now and then even if nothing is forgotten.
    private Optional<Purge> purge() {
        return aggregation.purge().or(() -> aggregation.store().map(store -> Purge.never(aggregation.periods())));
    }

    /** Makes it and lets rows come, with {@code stepsByRow} one by one; the store is there if the plan wants one. */
    Aggregation compile(Optional<StoreLink> store, boolean stepsByRow) {
        AggregateUpdate update = scope.code()
                .aggregateUpdate(aggregation.aggregates(), scope.bindings(input).with(aggregators));
        List<Aggregator> answering = new ArrayList<>(aggregators);
        answering.add(new BucketBegin(begin));
        List<CalendarPeriod> periods = aggregation.periods().stream()
                .map(unit -> new CalendarPeriod(unit, aggregation.zone()))
                .toList();
        GroupTable groups = groups();
        Buckets buckets = new Buckets(records, begin, periods);
        BucketBacking backing =
                store.map(link -> backing(link, groups, buckets, answering)).orElse(BucketBacking.NONE);
        Aggregation made = new Aggregation(plan.name(), groups, buckets, answering, backing);
        scope.state().add(made);
        purge().ifPresent(purge -> purging.add(purge(made, purge)));
        scan.feed(steps.before(new FoldStage(made, update, moment, scope.context())), stepsByRow || steps.stepsByRow());
        return made;
    }

    private BucketBacking backing(StoreLink link, GroupTable groups, Buckets buckets, List<Aggregator> answering) {
        if (records.holdsCodedRows()) {
            throw new EventFluxException(Problem.of(CompileError.ROWS_IN_BUCKETS, "aggregation", plan.name()));
        }
        BucketStoreCompiler outside =
                new BucketStoreCompiler(scope, plan.stored().orElseThrow(), link);
        List<Integer> keys = aggregation.keys().stream()
                .map(key -> ((Expr.ColumnRef) key).column())
                .toList();
        return new StoredBuckets(
                groups,
                buckets,
                new BucketText(plan.name(), records, input, keys, scope.symbols()),
                AggregationReaders.bucketRow(scope.code(), scope.symbols(), plan, groups.layout(), answering),
                outside.outside(),
                outside.layouts(),
                scope.context());
    }

    private RowMoment moment() {
        if (aggregation.time().isEmpty()) {
            return RowMoment.ofEvent();
        }
        int column = aggregation.time().get();
        return switch (input.type(column)) {
            case LONG -> RowMoment.ofMillis(column);
            default -> RowMoment.ofText(column, new AskedTexts(aggregation)::moment);
        };
    }

    private OperatorState state(String prefix) {
        return cells.state(arena, prefix, input, scope.symbols());
    }

    private Aggregator aggregator(AggregateCall call, String prefix) {
        return ResolvedAggregation.isLatest(call)
                ? LatestValue.of(call.returns(), moment, state(prefix))
                : CalledAggregator.make(scope, call, RowLife.FOR_EVER, name -> state(prefix + name));
    }

    private GroupTable groups() {
        MemoryTable table = scope.tables().make(plan.groups());
        GroupIndex kind = ((PlanStep.Fold) last()).index();
        KeyIndex index = kind == GroupIndex.SINGLE
                ? new OneKeyIndex()
                : new KeyIndexes(scope, kind, aggregation.keys(), input).single();
        return new GroupTable(
                table,
                index,
                scope.code().projection(aggregation.keys(), table.layout(), scope.bindings(input)),
                scope.symbols());
    }

    private PlanStep last() {
        List<PlanStep> steps = plan.feed().steps();
        return steps.get(steps.size() - 1);
    }

    private BucketPurge purge(Aggregation made, Purge purge) {
        RecordPart part = new RecordPart("aggregation/" + plan.name() + "/purge", scope.records());
        StateFactory state = part.state(new RowArena(), "", new RowLayout(Schema.of()), scope.symbols());
        KeyedTimer timer = new KeyedTimer(scope.clock().timers(), scope.records(), state);
        long[] keep = purge.keepMillis().stream()
                .mapToLong(millis -> millis.orElse(BucketPurge.Keeping.FOR_EVER))
                .toArray();
        return new BucketPurge(
                made,
                part,
                state,
                timer,
                scope.clock().timers().nextOrder(),
                new BucketPurge.Keeping(purge.intervalMillis(), keep));
    }
}
