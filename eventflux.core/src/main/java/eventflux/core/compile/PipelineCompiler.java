package eventflux.core.compile;

import eventflux.api.error.EventFluxException;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.FailureOutlets;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.PipelineTime;
import eventflux.core.operator.QueryOutput;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.StreamJunction;
import eventflux.core.operator.WatchedOutput;
import eventflux.core.operator.shard.ShardedOutput;
import eventflux.core.operator.shard.ShardedPartition;
import eventflux.core.operator.store.StoreLink;
import eventflux.core.plan.AggregationPlan;
import eventflux.core.plan.PartitionPlan;
import eventflux.core.plan.Plan;
import eventflux.core.plan.QueryPlan;
import eventflux.core.plan.ShardedPlan;
import eventflux.core.plan.StateShape;
import eventflux.core.plan.StateShapes;
import eventflux.core.plan.StreamPlan;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.LiveRows;
import eventflux.core.state.RecordStore;
import eventflux.core.state.StateUnit;
import eventflux.core.state.UnitStates;
import eventflux.core.time.AppClock;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a pipeline of a plan. One use a pipeline. */
public final class PipelineCompiler {

    private final Extensions extensions;
    private final ConditionSource conditions;
    private final ExpressionCompiler code;
    private final StoreMaker stores;
    private final SymbolTable symbols;
    private final EvalContext context = new EvalContext();
    private final AppClock clock = new AppClock(context::now);
    private final UnitStates state = new UnitStates();
    private final Map<String, StreamJunction> junctions = new LinkedHashMap<>();
    private final Map<String, WatchedOutput> outputs = new LinkedHashMap<>();
    // Outside of partitions there is one key, whose record holds what all operators remember.
    private final RecordStore records = new RecordStore();
    private final Map<PartitionPlan, PartitionCompiler> partitions = new LinkedHashMap<>();
    private final Map<String, StoreLink> links = new LinkedHashMap<>();
    private final FailureOutlets outlets;
    private final FailureCompiler failures;
    private final CompileScope scope;
    // Both written by the thread that compiles.
    private LoopCompiler loops;
    private boolean readsClock;

    /**
     * A compiler.
     *
     * @param extensions make windows and aggregators
     * @param conditions reads those of windows that come with the rows
     * @param code makes predicates, projections and keys
     * @param symbols the application's symbol table, empty or from a snapshot
     * @param outlets take rows that fail
     * @param stores makes the stores of tables and aggregations that are not in memory
     */
    public PipelineCompiler(
            Extensions extensions,
            ConditionSource conditions,
            ExpressionCompiler code,
            SymbolTable symbols,
            FailureOutlets outlets,
            StoreMaker stores) {
        this.extensions = extensions;
        this.conditions = conditions;
        this.code = code;
        this.stores = stores;
        this.symbols = symbols;
        this.outlets = outlets;
        RowFailures log = outlets.logging(Level.WARNING);
        this.failures = new FailureCompiler(log);
        TableCompiler tables = new TableCompiler(code, symbols, context, log);
        this.scope = new CompileScope(
                extensions,
                conditions,
                code,
                symbols,
                context,
                clock,
                log,
                state.of(new StateUnit("application", "", Map.of())),
                tables,
                new AggregationReaders(code, symbols, tables),
                new LinkedHashMap<>(),
                new ReaderIndexCompiler(symbols),
                records,
                Optional.empty());
    }

    /**
     * The pipeline.
     *
     * @throws eventflux.api.error.EventFluxException when an extension refuses
     */
    public Pipeline compile(Plan plan) {
        StateShapes shapes = new StateShapes(plan);
        loops = new LoopCompiler(plan.loops(), symbols);
        loops.connect(clock);
        plan.streams().forEach(this::addJunction);
        plan.tables().forEach(table -> scope.tables().make(table, stores));
        links.putAll(scope.tables().stores());
        plan.tables().stream()
                .filter(table -> scope.tables().inMemory().containsKey(table.name()))
                .forEach(table ->
                        unit(shapes.of(table)).add(scope.tables().inMemory().get(table.name())));
        readsClock = plan.streams().stream().anyMatch(stream -> stream.trigger().isPresent());
        for (StreamPlan stream : plan.streams()) {
            stream.trigger()
                    .ifPresent(schedule -> TriggerCompiler.compile(
                            scope.of(unit(shapes.trigger(stream))), schedule, junctions.get(stream.name())));
        }
        Map<String, RunReceiver> returning = loops.failures(junctions, failures);
        failures.add(plan, new FailureTargets(junctions, returning, symbols, outlets));
        plan.streams().forEach(stream -> addWindow(stream, shapes));
        plan.aggregations().forEach(aggregation -> compile(aggregation, shapes));
        for (PartitionPlan partition : plan.partitions()) {
            partition.streams().forEach(this::addJunction);
            partitions.put(
                    partition, new PartitionCompiler(scope.of(unit(shapes.of(partition))), partition, junctions));
        }
        plan.indexes().forEach(scope.readers()::add);
        compileQueries(plan, shapes);
        List<ShardedPartition> sharded =
                plan.sharded().stream().map(part -> compile(part, shapes)).toList();
        PipelineTime time = new TimeCompiler(scope, junctions, failures, this::unit).compile(plan, readsClock, shapes);
        records.create();
        partitions.keySet().forEach(partition -> partition.streams().forEach(inner -> junctions.remove(inner.name())));
        Map<String, LiveRows> windows = new LinkedHashMap<>();
        scope.windows().forEach((name, window) -> windows.put(name, window.rows()));
        return new Pipeline(
                junctions,
                scope.tables().inMemory(),
                links,
                scope.aggregations().all(),
                windows,
                outputs,
                failures.all(junctions.keySet()),
                returning,
                state.all(),
                symbols,
                time,
                sharded);
    }

    private UnitStates.Collector unit(StateShape shape) {
        Set<String> leftOut = new HashSet<>(shape.aspects().keySet());
        leftOut.removeIf(aspect -> !shape.aspects().get(aspect).equals(StateShape.LEFT_OUT));
        return state.of(new StateUnit(shape.kind(), shape.name(), shape.aspects(), leftOut));
    }

    private void addJunction(StreamPlan stream) {
        RowLayout layout = new RowLayout(stream.schema(), stream.coded());
        StreamJunction junction = new StreamJunction(stream.name(), layout, stream.byRow());
        loops.connect(junction);
        junctions.put(stream.name(), junction);
    }

    private void addWindow(StreamPlan stream, StateShapes shapes) {
        stream.window().ifPresent(definition -> {
            SharedWindow window =
                    new SharedWindow(scope.of(unit(shapes.window(stream))), definition, junctions.get(stream.name()));
            scope.windows().put(stream.name(), window);
            readsClock |= window.readsClock();
        });
    }

    private void compile(AggregationPlan plan, StateShapes shapes) {
        CompileScope present = scope.of(unit(shapes.of(plan))).failingTo(failures.of(plan.feed()));
        AggregationCompiler compiler = new AggregationCompiler(present, plan, junctions, unit(shapes.purge(plan)));
        Optional<StoreLink> store = plan.stored().map(stores::link);
        store.ifPresent(link -> links.put(plan.name(), link));
        scope.aggregations().add(plan, compiler.compile(store, failures.handsOn(plan.feed())));
        readsClock |= compiler.readsClock();
    }

    // What extensions have against one query does not hide what they have against others.
    private void compileQueries(Plan plan, StateShapes shapes) {
        List<EventFluxException> refusals = new ArrayList<>();
        for (QueryPlan query : plan.queries()) {
            try {
                compile(query, unit(shapes.of(query)), plan.partition(query).map(partitions::get));
            } catch (EventFluxException refusal) {
                refusals.add(refusal);
            }
        }
        if (refusals.size() > 1) {
            throw new EventFluxException(refusals.stream()
                    .flatMap(refusal -> refusal.problems().stream())
                    .toList());
        }
        if (!refusals.isEmpty()) {
            throw refusals.get(0);
        }
    }

    private void compile(QueryPlan query, UnitStates.Collector unit, Optional<PartitionCompiler> partition) {
        partition.ifPresent(inside -> inside.prepare(query.scan().streams()));
        RowFailures taken = failures.of(query);
        CompileScope present =
                partition.map(PartitionCompiler::scope).orElse(scope).of(unit).failingTo(taken);
        RowLayout outputLayout = outputLayout(query);
        Map<String, StreamJunction> streams =
                failures.read(query, partition.map(PartitionCompiler::junctions).orElse(junctions), taken, symbols);
        ScanCompiler scan = ScanCompiler.of(present, query, streams);
        QueryCompiler compiler = new QueryCompiler(present, query, scan, outputLayout);
        scan.feed(compiler.compile(), compiler.stepsByRow() || failures.handsOn(query));
        QueryOutput output = compiler.output();
        query.output().target().ifPresent(target -> {
            Optional<RecordStore> parts =
                    partition.filter(inside -> inside.isInner(target)).map(inside -> present.records());
            output.add(loops.target(query, junctions.get(target), parts, failures.of(target)));
        });
        query.output()
                .action()
                .ifPresent(action -> output.add(scope.tables().action(action, query.name(), outputLayout)));
        outputs.put(query.name(), output);
        readsClock |= compiler.readsClock()
                || scan.readsClock()
                || partition.filter(PartitionCompiler::readsClock).isPresent();
    }

    private ShardedPartition compile(ShardedPlan plan, StateShapes shapes) {
        ShardedPartition partition = new ShardCompiler(scope.of(unit(shapes.of(plan))), plan, junctions)
                .compile(own -> new PipelineCompiler(extensions, conditions, code, own, outlets, stores)
                        .compile(plan.inside()));
        Iterator<ShardedOutput> next = partition.outputs().iterator();
        plan.inside().queries().forEach(query -> outputs.put(query.name(), next.next()));
        return partition;
    }

    private RowLayout outputLayout(QueryPlan query) {
        return query.output()
                .target()
                .map(target -> junctions.get(target).layout())
                .orElseGet(() -> scope.tables().outputLayout(query));
    }
}
