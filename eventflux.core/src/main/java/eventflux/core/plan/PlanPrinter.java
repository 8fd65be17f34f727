package eventflux.core.plan;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedPartition;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.Output;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedQuery.Selection;
import eventflux.core.resolved.TableAction;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Prints a plan for {@code explain}. */
public final class PlanPrinter {

    private final StringBuilder out = new StringBuilder();

    private PlanPrinter() {}

    /** The plan over several lines. */
    public static String print(Plan plan) {
        PlanPrinter printer = new PlanPrinter();
        plan.streams().forEach(stream -> printer.stream(stream, plan.loops()));
        plan.tables().forEach(printer::table);
        plan.aggregations().forEach(printer::aggregation);
        plan.partitions().forEach(partition -> printer.partition(partition, plan.loops()));
        plan.indexes().forEach(index -> printer.out.append(index).append('\n'));
        plan.queries().forEach(query -> printer.query(query, plan.loops()));
        printer.loops(plan.loops());
        plan.sharded().forEach(printer::sharded);
        return printer.out.toString();
    }

    private void loops(LoopPlan loops) {
        if (!loops.isEmpty()) {
            out.append("at most ").append(loops.limit()).append(" rows come round because of one\n");
        }
    }

    private void sharded(ShardedPlan plan) {
        out.append(plan).append('\n').append(print(plan.inside()).indent(2));
    }

    private void stream(StreamPlan stream, LoopPlan loops) {
        out.append("stream ").append(stream.name()).append(' ').append(stream.schema());
        if (!stream.coded().isEmpty()) {
            out.append(" coded ").append(names(stream.schema(), stream.coded()));
        }
        out.append(stream.policy().handsOn() ? ", rows that fail " + stream.policy() : "");
        out.append(loops.endsWithFailuresInto(stream.name()) ? ", what fails closes a loop here" : "");
        stream.trigger().ifPresent(schedule -> out.append(", a row ").append(schedule));
        stream.window().ifPresent(window -> out.append(", in the window ").append(window));
        out.append(stream.byRow() ? ", readers in turn for each row" : "").append('\n');
    }

    private void table(TablePlan table) {
        out.append("table ").append(table.name()).append(' ').append(table.schema());
        if (!table.coded().isEmpty()) {
            out.append(" coded ").append(names(table.schema(), table.coded()));
        }
        if (!table.primaryKey().isEmpty()) {
            BitSet key = new BitSet();
            table.primaryKey().forEach(key::set);
            out.append(", primary key ").append(names(table.schema(), key));
        }
        table.indexes()
                .forEach(index -> out.append(index.ordered() ? ", ordered index " : ", hash index ")
                        .append(index.name(table.schema())));
        table.store().ifPresent(store -> out.append(", in ").append(store));
        out.append('\n');
    }

    private void aggregation(AggregationPlan plan) {
        out.append(plan.aggregation()).append('\n');
        scan(plan.feed().scan());
        for (PlanStep step : plan.feed().steps()) {
            out.append("  ").append(text(step)).append('\n');
        }
    }

    private void partition(PartitionPlan plan, LoopPlan loops) {
        ResolvedPartition partition = plan.partition();
        out.append("partition ").append(partition.name());
        out.append(" by ").append(partition.types());
        out.append(" (").append(plan.index().label()).append(") of ");
        StringJoiner streams = new StringJoiner(", ");
        partition.keys().forEach(key -> streams.add(key.stream()));
        out.append(streams)
                .append(": ")
                .append(String.join(", ", partition.queries()))
                .append('\n');
        plan.streams().forEach(stream -> stream(stream, loops));
    }

    private void query(QueryPlan query, LoopPlan loops) {
        out.append("query ").append(query.name()).append('\n');
        scan(query.scan());
        for (PlanStep step : query.steps()) {
            out.append("  ").append(text(step)).append('\n');
        }
        query.shaping().forEach(step -> out.append("  ").append(step).append('\n'));
        out.append("  ").append(text(query.output()));
        out.append(loops.endsWith(query) ? ", which closes a loop\n" : "\n");
        query.tables()
                .lookups()
                .forEach(lookup -> out.append("  ").append(lookup).append('\n'));
        out.append(query.tables().byRow() ? "  row by row\n" : "");
    }

    private void scan(Scan scan) {
        if (!(scan instanceof Scan.OfJoin join)) {
            out.append("  scan ").append(String.join(", ", scan.streams())).append('\n');
            if (scan instanceof Scan.OfPattern pattern) {
                keys(pattern.keys());
                new PatternPrinter(out).print(pattern.pattern());
            } else if (scan instanceof Scan.OfMatch match) {
                keys(match.keys());
                new MatchPrinter(out).print(match.match());
            }
            return;
        }
        for (int i = 0; i < join.sides().size(); i++) {
            JoinSidePlan side = join.sides().get(i);
            out.append(i == 0 ? "  scan " : "  join ").append(side.side().name());
            out.append(
                    side.side().name().equals(side.side().alias())
                            ? ""
                            : " as " + side.side().alias());
            out.append(i == 0 ? "" : " by " + join.keys().get(i - 1)).append('\n');
            side.steps().forEach(step -> out.append("    ").append(text(step)).append('\n'));
        }
    }

    private void keys(Optional<PartitionPlan> keys) {
        keys.ifPresent(found -> out.append("  for each ")
                .append(found.partition().keys())
                .append(" (")
                .append(found.index().label())
                .append(")\n"));
    }

    private static String text(PlanStep step) {
        if (step instanceof PlanStep.Filter filter) {
            return "filter " + filter.condition();
        }
        if (step instanceof PlanStep.Window window) {
            return "window " + window.call().text() + (window.columns().areAll() ? "" : " keeps " + window.columns());
        }
        if (step instanceof PlanStep.StreamFunction function) {
            return "function " + function.call().text() + added(function.call().adds());
        }
        if (step instanceof PlanStep.Distinct distinct) {
            return "distinct " + distinct.values() + " (" + distinct.index().label() + ")";
        }
        if (step instanceof PlanStep.Aggregate aggregate) {
            return text(aggregate);
        }
        if (step instanceof PlanStep.Fold fold) {
            return text(fold);
        }
        PlanStep.Project project = (PlanStep.Project) step;
        return "project " + columns(project.columns());
    }

    private static String added(List<Column> columns) {
        return columns.isEmpty() ? "" : " adds " + new Schema(columns);
    }

    private static String text(PlanStep.Fold fold) {
        ResolvedAggregation aggregation = fold.aggregation();
        return "fold" + calls(aggregation.aggregates())
                + (aggregation.keys().isEmpty() ? "" : " by " + aggregation.keys())
                + " (" + fold.index().label() + ") into a bucket per " + aggregation.periods()
                + "\n  a bucket is read as "
                + columns(aggregation.columns());
    }

    private static String calls(List<AggregateCall> aggregates) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < aggregates.size(); i++) {
            text.append(i == 0 ? " " : ", ").append('#').append(i).append(' ');
            text.append(aggregates.get(i).extension().name());
            text.append(aggregates.get(i).arguments());
        }
        return text.toString();
    }

    private static String text(PlanStep.Aggregate aggregate) {
        Selection selection = aggregate.selection();
        StringBuilder text = new StringBuilder("aggregate").append(calls(selection.aggregates()));
        if (!selection.groupBy().isEmpty()) {
            text.append(" by ").append(selection.groupBy());
        }
        text.append(" (").append(aggregate.index().label()).append(")\n  project ");
        return text + columns(selection.columns()) + having(selection.having());
    }

    private static String columns(List<OutputColumn> columns) {
        StringJoiner joiner = new StringJoiner(", ");
        columns.forEach(column -> joiner.add(
                column.value().toString().equals(column.name())
                        ? column.name()
                        : column.value() + " as " + column.name()));
        return joiner.toString();
    }

    private static String having(Optional<Expr> having) {
        return having.map(condition -> " having " + condition).orElse("");
    }

    private static String text(Output output) {
        String kinds = output.current() && output.expired() ? "all" : output.expired() ? "expired" : "current";
        Optional<String> change = output.action().map(action -> change(action, kinds));
        return change.or(() -> output.target().map(target -> "insert " + kinds + " rows into " + target))
                .orElse("return " + kinds + " rows");
    }

    private static String change(TableAction action, String kinds) {
        String by = " by " + kinds + " rows";
        if (action instanceof TableAction.Update update) {
            return "update " + update.table() + by + " set " + update.changes();
        }
        if (action instanceof TableAction.Upsert upsert) {
            return "update or insert into " + upsert.table() + by + " set "
                    + upsert.update().changes() + " or " + upsert.row();
        }
        return action instanceof TableAction.Delete
                ? "delete from " + action.table() + by
                : "insert " + kinds + " rows into table " + action.table();
    }

    private static String names(Schema schema, BitSet columns) {
        StringJoiner names = new StringJoiner(", ", "(", ")");
        columns.stream().forEach(column -> names.add(schema.column(column).name()));
        return names.toString();
    }
}
