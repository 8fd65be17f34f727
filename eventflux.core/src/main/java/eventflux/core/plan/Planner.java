package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.OnDemandQuery;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedPartition;
import eventflux.core.resolved.ResolvedPartition.ByValue;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedQuery.Filter;
import eventflux.core.resolved.ResolvedQuery.Handler;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedQuery.Selection;
import eventflux.core.resolved.ResolvedQuery.StreamCall;
import eventflux.core.resolved.ResolvedQuery.WindowCall;
import eventflux.core.resolved.ResolvedStream;
import eventflux.core.resolved.ResolvedStream.AsyncOptions;
import eventflux.core.resolved.Sharding;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the plan of an application: orders the steps of each query, and applies the rules that look at all of them. */
public final class Planner {

    private final ResolvedApp app;
    private final Map<String, BitSet> coded;
    private final Set<String> handingOn;
    private final FanOut fanOut;

    private Planner(ResolvedApp app) {
        this.app = app;
        this.coded = CodedColumns.of(app);
        this.handingOn = app.allStreams().stream()
                .filter(stream -> stream.policy().handsOn())
                .map(ResolvedStream::name)
                .collect(Collectors.toSet());
        this.fanOut = new FanOut(app);
    }

    /** The plan. */
    public static Plan plan(ResolvedApp app) {
        List<ShardedPlan> sharded = Sharding.sharded(app).stream()
                .map(partition -> sharded(app, partition))
                .toList();
        return sharded.isEmpty() ? new Planner(app).plan(sharded) : new Planner(Sharding.around(app)).plan(sharded);
    }

    private static ShardedPlan sharded(ResolvedApp app, ResolvedPartition partition) {
        ByValue key = (ByValue) partition.keys().get(0);
        AsyncOptions async = app.streams().stream()
                .filter(stream -> stream.name().equals(key.stream()))
                .findFirst()
                .flatMap(ResolvedStream::async)
                .orElseThrow();
        return new ShardedPlan(key, async, new Planner(Sharding.inside(app, partition)).plan(List.of()));
    }

    /** The plan of a query that runs once over the tables of an application. */
    public static OnDemandPlan onDemand(ResolvedApp app, OnDemandQuery query) {
        Planner planner = new Planner(app);
        QueryTables tables = new TablePlanner(app, planner.coded).uses(query.query(), false);
        return new OnDemandPlan(
                query.source(),
                query.condition(),
                query.asked(),
                query.isOneGroup(),
                planner.query(query.query(), tables));
    }

    private Plan plan(List<ShardedPlan> sharded) {
        TablePlanner tables = new TablePlanner(app, coded);
        List<QueryPlan> queries = app.queries().stream()
                .map(query -> query(query, tables.uses(query, fanOut.isByRow(query))))
                .toList();
        return new Plan(
                app.name(),
                app.time(),
                streams(app.streams()),
                tables.tables(),
                app.aggregations().stream()
                        .map(aggregation -> aggregation(aggregation, tables))
                        .toList(),
                queries,
                app.partitions().stream().map(this::partition).toList(),
                ReaderIndexes.of(app, queries),
                LoopPlan.of(app),
                sharded);
    }

    private PartitionPlan partition(ResolvedPartition partition) {
        return new PartitionPlan(partition, index(partition.types()), streams(partition.streams()));
    }

    private List<StreamPlan> streams(List<ResolvedStream> streams) {
        return streams.stream()
                .map(stream -> new StreamPlan(
                        stream.name(),
                        stream.schema(),
                        coded.get(stream.name()),
                        fanOut.isByRow(stream.name()) || stream.policy().handsOn(),
                        stream.trigger(),
                        stream.window(),
                        stream.policy(),
                        stream.time()))
                .toList();
    }

    private AggregationPlan aggregation(ResolvedAggregation aggregation, TablePlanner tables) {
        ResolvedQuery feed = aggregation.feed();
        List<PlanStep> steps =
                new ArrayList<>(steps(feed.input().handlers(), "", feed.input().schema()));
        steps.add(new PlanStep.Fold(
                aggregation, index(aggregation.keys().stream().map(Expr::type).toList())));
        QueryPlan plan = new QueryPlan(
                feed.name(), scan(feed), steps, List.of(), feed.output(), tables.uses(feed, fanOut.isByRow(feed)));
        return new AggregationPlan(
                aggregation, plan, AggregationPlan.groups(aggregation), coded.get(aggregation.name()));
    }

    // A text that is the whole key has a code, by its column or given to it when a row comes.
    private static GroupIndex index(List<DataType> keys) {
        if (keys.isEmpty()) {
            return GroupIndex.SINGLE;
        }
        if (keys.size() > 1) {
            return GroupIndex.BYTES;
        }
        return switch (keys.get(0)) {
            case STRING -> GroupIndex.CODE;
            case INT, LONG, BOOL -> GroupIndex.NUMBER;
            default -> GroupIndex.BYTES;
        };
    }

    private QueryPlan query(ResolvedQuery query, QueryTables tables) {
        List<PlanStep> steps = new ArrayList<>(
                steps(query.input().handlers(), query.name(), query.input().schema()));
        Selection selection = query.selection();
        OutputPlanner output = new OutputPlanner(query, rowsLeave(query.input()));
        if (selection.aggregates().isEmpty() && selection.groupBy().isEmpty()) {
            // Without aggregates a condition on the output is one on the row.
            selection.having().ifPresent(condition -> addFilter(steps, condition));
            if (query.output().shape().distinct()) {
                steps.add(distinct(query));
            }
            steps.add(new PlanStep.Project(output.columns()));
        } else {
            Selection wide =
                    new Selection(output.columns(), selection.aggregates(), selection.groupBy(), selection.having());
            steps.add(new PlanStep.Aggregate(wide, index(query, selection.groupBy()), query.name() + "/groups"));
        }
        return new QueryPlan(
                query.name(),
                scan(query),
                prunes(query) ? ColumnPruning.pruned(steps) : steps,
                output.steps(),
                query.output(),
                tables);
    }

    // From a window of the query, or from one that queries share; a match stays what it is.
    private boolean rowsLeave(ResolvedInput input) {
        boolean hasWindow = input.everyHandler().anyMatch(WindowCall.class::isInstance);
        boolean isMatch = input instanceof ResolvedInput.OfPattern || input instanceof ResolvedInput.OfMatch;
        return hasWindow || !isMatch && input.streams().stream().anyMatch(this::rowsLeave);
    }

    private boolean rowsLeave(String stream) {
        return app.streams().stream()
                .filter(candidate -> candidate.name().equals(stream))
                .flatMap(candidate -> candidate.window().stream())
                .anyMatch(window -> window.current() && window.expired());
    }

    // A row that fails behind a window goes on as its stream has it.
    private boolean prunes(ResolvedQuery query) {
        return query.input().streams().stream().noneMatch(handingOn::contains);
    }

    private static List<PlanStep> steps(List<Handler> handlers, String owner, Schema rows) {
        List<PlanStep> steps = new ArrayList<>();
        int functions = 0;
        int columns = Handler.columnsBefore(handlers, rows.size());
        for (Handler handler : handlers) {
            if (handler instanceof Filter filter) {
                addFilter(steps, filter.condition());
            } else if (handler instanceof WindowCall window) {
                Schema present = new Schema(rows.columns().subList(0, columns));
                steps.add(new PlanStep.Window(window, owner + "/window", KeptColumns.all(present)));
            } else if (handler instanceof StreamCall call) {
                steps.add(new PlanStep.StreamFunction(call, owner + "/function" + functions));
                functions++;
                columns += call.adds().size();
            }
        }
        return steps;
    }

    private Scan scan(ResolvedQuery query) {
        if (query.input() instanceof ResolvedJoin join) {
            List<JoinSidePlan> sides = new ArrayList<>();
            for (ResolvedJoin.Side side : join.sides()) {
                String owner = query.name() + "/side" + sides.size();
                sides.add(new JoinSidePlan(side, steps(side.handlers(), owner, side.schema())));
            }
            return new Scan.OfJoin(
                    join,
                    sides,
                    join.steps().stream().map(step -> key(query, join, step)).toList());
        }
        if (query.input() instanceof ResolvedInput.OfMatch read) {
            String id = query.name() + "/match";
            return new Scan.OfMatch(read.match(), id, read.keys().map(keys -> partition(keys.named(id + "/keys"))));
        }
        if (query.input() instanceof ResolvedInput.OfPattern read) {
            BitSet codes = new BitSet();
            for (int column = 0; column < read.pattern().captured().size(); column++) {
                codes.set(column, isCoded(read, column));
            }
            String id = query.name() + "/pattern";
            return new Scan.OfPattern(
                    read.pattern(), codes, id, read.keys().map(keys -> partition(keys.named(id + "/keys"))));
        }
        return new Scan.OfStream(((ResolvedInput.OfStream) query.input()).stream());
    }

    // Parts of a partition have their rows in one memory, and tables have indexes of their own.
    private JoinKey key(ResolvedQuery query, ResolvedJoin join, ResolvedJoin.Step step) {
        JoinKey key = JoinKey.of(step.condition());
        boolean isLive = join.table(join.steps().indexOf(step)).isEmpty()
                && app.partition(query.name()).isEmpty();
        return isLive ? key.withRanges() : key;
    }

    private PlanStep distinct(ResolvedQuery query) {
        List<Expr> values =
                query.selection().columns().stream().map(OutputColumn::value).toList();
        return new PlanStep.Distinct(values, index(query, values), query.name() + "/distinct");
    }

    // Filters one after another are one conjunction.
    private static void addFilter(List<PlanStep> steps, Expr condition) {
        int last = steps.size() - 1;
        if (last >= 0 && steps.get(last) instanceof PlanStep.Filter before) {
            steps.set(last, new PlanStep.Filter(new Truth.Logical(true, List.of(before.condition(), condition), true)));
        } else {
            steps.add(new PlanStep.Filter(condition));
        }
    }

    private boolean isCoded(ResolvedInput input, int column) {
        return input.origin(column)
                .filter(origin -> coded.get(origin.stream()).get(origin.column()))
                .isPresent();
    }

    private GroupIndex index(ResolvedQuery query, List<Expr> keys) {
        if (keys.isEmpty()) {
            return GroupIndex.SINGLE;
        }
        if (keys.size() > 1) {
            return GroupIndex.BYTES;
        }
        Expr key = keys.get(0);
        if (key instanceof Expr.ColumnRef column
                && column.type() == DataType.STRING
                && isCoded(query.input(), column.column())) {
            return GroupIndex.CODE;
        }
        return key.type() == DataType.INT || key.type() == DataType.LONG || key.type() == DataType.BOOL
                ? GroupIndex.NUMBER
                : GroupIndex.BYTES;
    }
}
