package eventflux.core.plan;

import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.resolved.NamedWindow;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedJoin;
import eventflux.core.resolved.ResolvedPartition;
import eventflux.core.resolved.ResolvedPartition.ByRange;
import eventflux.core.resolved.ResolvedPartition.ByValue;
import eventflux.core.resolved.ResolvedPartition.StreamKey;
import eventflux.core.resolved.ResolvedPattern;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedQuery.Selection;
import eventflux.core.resolved.Sharding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what the state of each part of a plan depends on. */
public final class StateShapes {

    private final Plan plan;
    private final Map<String, StreamPlan> streams;
    private final Map<String, TablePlan> tables;
    private final Map<String, AggregationPlan> aggregations;

    /** Of the parts of a plan. */
    public StateShapes(Plan plan) {
        this.plan = plan;
        this.streams = Stream.concat(
                        plan.streams().stream(), plan.partitions().stream().flatMap(one -> one.streams().stream()))
                .collect(Collectors.toMap(StreamPlan::name, Function.identity()));
        this.tables = plan.tables().stream().collect(Collectors.toMap(TablePlan::name, Function.identity()));
        this.aggregations =
                plan.aggregations().stream().collect(Collectors.toMap(AggregationPlan::name, Function.identity()));
    }

    /** A query: all that its rows pass up to the last operator that remembers. */
    public StateShape of(QueryPlan query) {
        ShapeText text = new ShapeText();
        plan.partition(query).ifPresent(partition -> text.with("partition", partition(partition, text)));
        scan(query.scan(), text);
        steps(query.steps(), text);
        query.shaping().stream()
                .filter(OutputStep.Rate.class::isInstance)
                .forEach(rate -> rate((OutputStep.Rate) rate, query, text));
        text.with("rows", query.output().expired() ? "with those that leave" : "");
        return text.of("query", query.name());
    }

    private void rate(OutputStep.Rate rate, QueryPlan query, ShapeText text) {
        text.with("output", rate.toString());
        text.with("held rows", query.output().schema().toString());
        PlanStep last = query.steps().get(query.steps().size() - 1);
        if (last instanceof PlanStep.Aggregate aggregate) {
            text.with("of", columns(aggregate.selection().columns(), text));
        } else if (last instanceof PlanStep.Project project) {
            text.with("of", columns(project.columns(), text));
        }
    }

    private static String columns(List<OutputColumn> columns, ShapeText text) {
        return columns.stream().map(column -> text.text(column.value())).collect(Collectors.joining(", "));
    }

    /** A table. */
    public StateShape of(TablePlan table) {
        return new ShapeText()
                .with("columns", table.schema().toString())
                .with("primary key", key(table))
                .with("not null", table.notNull().isEmpty() ? "" : names(table, table.notNull()))
                .of("table", table.name());
    }

    private static String key(TablePlan table) {
        return table.primaryKey().isEmpty() ? "" : names(table, table.primaryKey());
    }

    private static String names(TablePlan table, List<Integer> columns) {
        return columns.stream()
                .map(column -> table.schema().column(column).name())
                .collect(Collectors.joining(", "));
    }

    /** A window that queries share. */
    public StateShape window(StreamPlan stream) {
        ShapeText text = new ShapeText();
        text.with("columns", stream.schema().toString())
                .with(
                        "window",
                        stream.window().map(window -> named(window, text)).orElse(""));
        return text.of("window", stream.name());
    }

    private static String named(NamedWindow window, ShapeText text) {
        String rows = (window.current() ? " current" : "") + (window.expired() ? " expired" : "");
        return text.text(window.call()) + rows;
    }

    /** What puts rows into a stream at times. */
    public StateShape trigger(StreamPlan stream) {
        return new ShapeText()
                .with("times", stream.trigger().map(Object::toString).orElse(""))
                .of("trigger", stream.name());
    }

    /** What puts the rows of a stream in order. */
    public StateShape watermark(StreamPlan stream) {
        return new ShapeText()
                .with("columns", stream.schema().toString())
                .with("order", stream.time().map(Object::toString).orElse(""))
                .of("watermark", stream.name());
    }

    /** An aggregation. */
    public StateShape of(AggregationPlan plan) {
        ResolvedAggregation aggregation = plan.aggregation();
        ShapeText text = new ShapeText();
        scan(plan.feed().scan(), text);
        List<PlanStep> steps = plan.feed().steps();
        steps(steps.subList(0, steps.size() - 1), text);
        text.with("groups", text.text(aggregation.keys()));
        text.with("aggregates", text.calls(aggregation.aggregates()));
        text.with("periods", aggregation.periods() + " of " + aggregation.zone());
        text.with("time", aggregation.time().map(column -> "column " + column).orElse(""));
        text.with(
                "store",
                aggregation
                        .store()
                        .map(buckets -> "in a store" + buckets.access())
                        .orElse(""));
        return text.of("aggregation", aggregation.name());
    }

    /** What makes an aggregation forget. */
    public StateShape purge(AggregationPlan plan) {
        return new ShapeText()
                .with("times", plan.aggregation().purge().map(Object::toString).orElse(""))
                .of("purge", plan.name());
    }

    /** A partition: which keys there are. */
    public StateShape of(PartitionPlan partition) {
        ShapeText text = new ShapeText();
        text.with("keys", partition(partition, text));
        text.with("parts", partition.partition().purge().isPresent() ? "forgotten when unused" : "");
        return text.of("partition", partition.partition().name());
    }

    /** A sharded partition: all that stands in it, since its shards are saved whole. */
    public StateShape of(ShardedPlan sharded) {
        StateShapes inside = new StateShapes(sharded.inside());
        PartitionPlan partition = sharded.inside().partitions().get(0);
        ShapeText text = new ShapeText();
        inside.of(partition).aspects().forEach(text::with);
        text.with("shards", Integer.toString(Sharding.SHARDS));
        for (QueryPlan query : sharded.inside().queries()) {
            inside.of(query).aspects().forEach((aspect, of) -> text.with(query.name() + " " + aspect, of));
        }
        return text.of("partition", sharded.name());
    }

    /** The steps of an idle playback. */
    public StateShape playback() {
        return new ShapeText().with("clock", plan.time().toString()).of("playback", plan.application());
    }

    private static String partition(PartitionPlan plan, ShapeText text) {
        ResolvedPartition partition = plan.partition();
        StringJoiner keys = new StringJoiner(
                ", ", partition.name() + " by ", " (" + plan.index().label() + ")");
        partition.keys().forEach(key -> keys.add(key(key, text) + " of " + key.stream()));
        return keys + (partition.purge().isPresent() ? ", purged" : "");
    }

    private static String key(StreamKey key, ShapeText text) {
        if (key instanceof ByRange ranges) {
            return ranges.ranges().stream()
                    .map(range -> text.text(range.condition()) + " as " + range.label())
                    .collect(Collectors.joining(" or "));
        }
        return text.text(((ByValue) key).values());
    }

    private void scan(Scan scan, ShapeText text) {
        text.with(
                "reads",
                scan.streams().stream().map(stream -> stream(stream, text)).collect(Collectors.joining(", ")));
        if (scan instanceof Scan.OfPattern read) {
            pattern(read.pattern(), text);
        } else if (scan instanceof Scan.OfJoin join) {
            join(join, text);
        }
    }

    // Whoever reads a shared window counts on the rows that are in it.
    private String stream(String name, ShapeText text) {
        StreamPlan stream = streams.get(name);
        return name + " " + stream.schema()
                + stream.window().map(window -> " in " + named(window, text)).orElse("");
    }

    private static void pattern(ResolvedPattern pattern, ShapeText text) {
        StringBuilder printed = new StringBuilder();
        new PatternPrinter(printed).print(pattern);
        pattern.leaves().flatMap(leaf -> leaf.condition().stream()).forEach(text::text);
        text.with("pattern", printed.toString().strip().replaceAll("\\s*\n\\s*", "; "));
        text.with("captures", pattern.captured().toString());
        text.with(
                "steps",
                pattern.steps().stream().map(step -> step.formula().toString()).collect(Collectors.joining(", ")));
    }

    private void join(Scan.OfJoin scan, ShapeText text) {
        for (JoinSidePlan side : scan.sides()) {
            ResolvedJoin.Side joined = side.side();
            text.with("side " + joined.alias(), side(joined) + passed(side.steps(), text));
        }
        int number = 0;
        for (ResolvedJoin.Step step : scan.join().steps()) {
            text.with(
                    "join " + ++number,
                    step.left() + " " + step.right()
                            + step.condition().map(on -> " on " + text.text(on)).orElse(""));
        }
        text.with("composed", scan.join().schema().toString());
    }

    private String side(ResolvedJoin.Side side) {
        Optional<String> stored = Optional.ofNullable(tables.get(side.name()))
                .map(table -> table.schema().toString())
                .or(() -> Optional.ofNullable(aggregations.get(side.name()))
                        .map(one -> one.aggregation().schema().toString()));
        return side.kind().name().toLowerCase(Locale.ROOT) + " " + side.name()
                + stored.map(schema -> " " + schema).orElse("") + (side.keepsRows() ? " keeps rows" : "");
    }

    private static String passed(List<PlanStep> steps, ShapeText text) {
        StringBuilder passed = new StringBuilder();
        steps.forEach(step -> passed.append(' ').append(step(step, text)));
        return passed.toString();
    }

    private static void steps(List<PlanStep> steps, ShapeText text) {
        int number = 0;
        for (PlanStep step : steps) {
            if (step instanceof PlanStep.Aggregate aggregate) {
                aggregate(aggregate, text);
            } else if (!(step instanceof PlanStep.Project)) {
                text.with(label(step, ++number), step(step, text));
                leftOut(step, text);
            }
        }
    }

    private static void leftOut(PlanStep step, ShapeText text) {
        if (step instanceof PlanStep.Window window) {
            window.columns().namesLeftOut().forEach(column -> text.with("column " + column, StateShape.LEFT_OUT));
        }
    }

    private static String label(PlanStep step, int number) {
        return step instanceof PlanStep.Window ? "window" : "step " + number;
    }

    private static void aggregate(PlanStep.Aggregate aggregate, ShapeText text) {
        Selection selection = aggregate.selection();
        text.with("aggregates", text.calls(selection.aggregates()));
        text.with("groups", aggregate.index() == GroupIndex.SINGLE ? "" : grouped(aggregate, text));
    }

    private static String grouped(PlanStep.Aggregate aggregate, ShapeText text) {
        return text.text(aggregate.selection().groupBy()) + " ("
                + aggregate.index().label() + ")";
    }

    private static String step(PlanStep step, ShapeText text) {
        if (step instanceof PlanStep.Filter filter) {
            return "filter " + text.text(filter.condition());
        }
        if (step instanceof PlanStep.Window window) {
            return text.text(window.call());
        }
        if (step instanceof PlanStep.Distinct distinct) {
            return "distinct " + text.text(distinct.values()) + " ("
                    + distinct.index().label() + ")";
        }
        PlanStep.StreamFunction function = (PlanStep.StreamFunction) step;
        return "function " + function.call().extension().name() + "("
                + text.text(function.call().arguments()) + ")" + function.call().constants()
                + function.call().adds();
    }
}
