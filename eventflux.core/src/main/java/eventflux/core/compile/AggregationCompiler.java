package eventflux.core.compile;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.api.spi.state.StateFactory;
import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.KeyIndex;
import eventflux.core.operator.KeyedTimer;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.aggregate.Merge;
import eventflux.core.operator.aggregation.Aggregation;
import eventflux.core.operator.aggregation.BucketBacking;
import eventflux.core.operator.aggregation.BucketPurge;
import eventflux.core.operator.aggregation.BucketText;
import eventflux.core.operator.aggregation.BucketView;
import eventflux.core.operator.aggregation.Buckets;
import eventflux.core.operator.aggregation.CalendarPeriod;
import eventflux.core.operator.aggregation.FoldStage;
import eventflux.core.operator.aggregation.GroupTable;
import eventflux.core.operator.aggregation.MergedBuckets;
import eventflux.core.operator.aggregation.OneKeyIndex;
import eventflux.core.operator.aggregation.OtherBuckets;
import eventflux.core.operator.aggregation.RowMoment;
import eventflux.core.operator.aggregation.StoredBuckets;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.operator.table.MemoryTable;
import eventflux.core.plan.AggregationPlan;
import eventflux.core.plan.PlanStep;
import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedAggregation.BucketStore;
import eventflux.core.resolved.ResolvedAggregation.Purge;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.RecordPart;
import eventflux.core.state.UnitStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
    private final List<CalendarPeriod> periods;
    private final BucketRecords records;

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
        this.periods = aggregation.periods().stream()
                .map(unit -> new CalendarPeriod(unit, aggregation.zone()))
                .toList();
        this.records = records();
    }

    /** Whether the clock has to be read for it. */
    boolean readsClock() {
        return purge().isPresent() || ReadsTime.anyOf(plan.feed());
    }

    // What lies in a store is written now and then even if nothing is forgotten.
    private Optional<Purge> purge() {
        Optional<Purge> writing = aggregation.store().map(store -> Purge.never(aggregation.periods()));
        boolean isReadOnly = aggregation.store().filter(BucketStore::isReadOnly).isPresent();
        return isReadOnly ? writing : aggregation.purge().or(() -> writing);
    }

    /** Makes it and lets rows come, with {@code stepsByRow} one by one; the store is there if the plan wants one. */
    Aggregation compile(Optional<StoreLink> store, boolean stepsByRow) {
        GroupTable groups = groups();
        Buckets buckets = records.buckets(periods);
        boolean isReadOnly = aggregation.store().filter(BucketStore::isReadOnly).isPresent();
        BucketBacking backing = store.filter(link -> !isReadOnly)
                .map(link -> backing(link, groups, buckets))
                .orElse(BucketBacking.NONE);
        Aggregation made = new Aggregation(plan.name(), groups, buckets, backing, views(store));
        scope.state().add(made);
        purge().ifPresent(purge -> purging.add(purge(made, purge)));
        if (!isReadOnly) {
            AggregateUpdate update = scope.code()
                    .aggregateUpdate(
                            aggregation.aggregates(), scope.bindings(input).with(records.aggregators()));
            scan.feed(
                    steps.before(new FoldStage(made, update, moment, scope.context())),
                    stepsByRow || steps.stepsByRow());
        }
        return made;
    }

    private Function<Aggregation, BucketView> views(Optional<StoreLink> store) {
        if (aggregation.store().filter(BucketStore::isWrittenElsewhere).isEmpty()) {
            return made -> BucketView.own(made, records.answering());
        }
        requireMerging();
        return made -> merged(made, store.orElseThrow());
    }

    private BucketRecords records() {
        return new BucketRecords(scope, plan, input, moment);
    }

    private BucketBacking backing(StoreLink link, GroupTable groups, Buckets buckets) {
        BucketStoreCompiler outside = new BucketStoreCompiler(scope, plan, link);
        return new StoredBuckets(
                groups,
                buckets,
                text(groups.layout()),
                AggregationReaders.bucketRow(scope.code(), scope.symbols(), plan, groups.layout(), records.answering()),
                outside.outside(periods),
                outside.stored(),
                scope.context());
    }

    private BucketText text(RowLayout keys) {
        if (records.store().holdsCodedRows()) {
            throw new EventFluxException(Problem.of(CompileError.ROWS_IN_BUCKETS, "aggregation", plan.name()));
        }
        return new BucketText(plan.name(), records.store(), keys, scope.symbols());
    }

    private void requireMerging() {
        for (int i = 0; i < aggregation.aggregates().size(); i++) {
            if (!Merge.isPossible(records.aggregators().get(i))) {
                throw new EventFluxException(Problem.of(
                        CompileError.NODES_NOT_MERGED,
                        "extension",
                        aggregation.aggregates().get(i).extension(),
                        "aggregation",
                        plan.name()));
            }
        }
    }

    private BucketView merged(Aggregation made, StoreLink link) {
        BucketStoreCompiler outside = new BucketStoreCompiler(scope, plan, link);
        OtherBuckets others = new OtherBuckets(
                made, text(made.keys().layout()), outside.question(periods), outside.others(), scope.context());
        BucketRecords wholes = records();
        return new BucketView(
                new MergedBuckets(made, records.aggregators(), others, wholes.buckets(periods), wholes.aggregators()),
                wholes.answering());
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

    private GroupTable groups() {
        MemoryTable table = scope.tables().make(plan.groups());
        GroupIndex kind = ((PlanStep.Fold) last()).index();
        KeyIndex index = kind == GroupIndex.SINGLE
                ? new OneKeyIndex()
                : new KeyIndexes(scope, kind, keysOf(table.layout()), table.layout()).single();
        return new GroupTable(
                table,
                index,
                scope.code().projection(aggregation.keys(), table.layout(), scope.bindings(input)),
                scope.symbols());
    }

    private static List<Expr> keysOf(RowLayout row) {
        List<Expr> keys = new ArrayList<>();
        for (Column key : row.schema().columns()) {
            keys.add(new Expr.ColumnRef(0, keys.size(), key.type(), key.name()));
        }
        return keys;
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
