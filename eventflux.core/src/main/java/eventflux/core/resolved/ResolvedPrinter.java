package eventflux.core.resolved;

import eventflux.core.resolved.ResolvedPartition.ByRange;
import eventflux.core.resolved.ResolvedPartition.ByValue;
import eventflux.core.resolved.ResolvedPartition.StreamKey;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.Handler;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedStream.AsyncOptions;
import java.util.List;
import java.util.stream.Collectors;

/** Prints a resolved application over several lines, one line for each thing that was settled. */
public final class ResolvedPrinter {

    private final StringBuilder out = new StringBuilder();

    private ResolvedPrinter() {}

    /** The whole application, ending with a line break. */
    public static String print(ResolvedApp app) {
        ResolvedPrinter printer = new ResolvedPrinter();
        printer.line("application " + app.name() + app.time());
        app.streams().forEach(printer::stream);
        app.tables().forEach(table -> printer.line(table.toString()));
        app.aggregations().forEach(printer::aggregation);
        app.sources().forEach(printer::endpoint);
        app.sinks().forEach(printer::endpoint);
        app.partitions().forEach(printer::partition);
        app.queries().forEach(printer::query);
        return printer.out.toString();
    }

    /** One query, ending with a line break. */
    public static String print(ResolvedQuery query) {
        ResolvedPrinter printer = new ResolvedPrinter();
        printer.query(query);
        return printer.out.toString();
    }

    private void stream(ResolvedStream stream) {
        line("stream " + stream.name() + " " + stream.schema()
                + (stream.policy().handsOn() ? " rows that fail " + stream.policy() : "")
                + stream.time().map(time -> " " + time).orElse("")
                + stream.trigger().map(schedule -> " a row " + schedule).orElse("")
                + stream.window().map(window -> " in the window " + window).orElse("")
                + stream.async().map(ResolvedPrinter::text).orElse(""));
    }

    private static String text(AsyncOptions async) {
        return " async buffer " + async.bufferSize() + " batch " + async.batchSize()
                + (async.workers() == 1 ? "" : " workers " + async.workers())
                + (async.whenFull().strategy() == WhenFull.Strategy.BLOCK ? "" : " when full " + async.whenFull());
    }

    private void spread(Endpoint.Spread spread) {
        line("  " + spread.strategy() + " " + spread.settings());
        spread.destinations().forEach(destination -> line("    " + destination));
    }

    private void endpoint(Endpoint endpoint) {
        FailurePolicy policy = endpoint.care().failures();
        String failing = policy.equals(FailurePolicy.LOG) ? "" : " what fails: " + policy;
        line(endpoint.transport() + " " + endpoint.name() + " of " + endpoint.stream() + " " + endpoint.settings()
                + failing);
        endpoint.spread().ifPresent(this::spread);
        endpoint.mapper().ifPresent(mapping -> line("  " + mapping.extension() + " " + mapping.settings()));
    }

    private void partition(ResolvedPartition partition) {
        line("partition " + partition.name() + " of " + partition.queries() + " by " + partition.types()
                + partition
                        .purge()
                        .map(purge ->
                                " purged after " + purge.idleMillis() + " ms, every " + purge.intervalMillis() + " ms")
                        .orElse(""));
        partition.keys().forEach(key -> line("  key " + text(key)));
        partition.streams().forEach(this::stream);
    }

    private void aggregation(ResolvedAggregation aggregation) {
        line(aggregation.toString());
        query(aggregation.feed());
        aggregation.columns().forEach(this::column);
    }

    private static String text(StreamKey key) {
        if (key instanceof ByValue value) {
            return "of " + value.stream() + " " + value.values();
        }
        return "of " + key.stream() + " "
                + ((ByRange) key)
                        .ranges().stream()
                                .map(range -> range.condition() + " as '" + range.label() + "'")
                                .collect(Collectors.joining(", "));
    }

    private void query(ResolvedQuery query) {
        line("query " + query.name());
        line("  from " + String.join(", ", query.input().streams()) + " "
                + query.input().schema());
        if (query.input() instanceof ResolvedInput.OfPattern read) {
            read.keys().ifPresent(keys -> line("  for each " + keys.keys()));
            pattern(read.pattern());
        }
        query.input().conditions().forEach(condition -> line("  on " + condition));
        if (query.input() instanceof ResolvedJoin join) {
            join.steps().forEach(step -> step.asked().ifPresent(asked -> line("  asks " + asked)));
        }
        query.input().everyHandler().forEach(this::handler);
        List<AggregateCall> aggregates = query.selection().aggregates();
        for (int i = 0; i < aggregates.size(); i++) {
            line("  aggregate#" + i + " " + text(aggregates.get(i)));
        }
        query.selection().columns().forEach(this::column);
        if (!query.selection().groupBy().isEmpty()) {
            line("  group by "
                    + query.selection().groupBy().stream().map(Expr::toString).collect(Collectors.joining(", ")));
        }
        query.selection().having().ifPresent(having -> line("  having " + having));
        output(query.output());
    }

    private void pattern(ResolvedPattern pattern) {
        line("  " + (pattern.sequence() ? "sequence" : "pattern"));
        for (int i = 0; i < pattern.steps().size(); i++) {
            line("    step " + i + " " + pattern.steps().get(i).leaves());
        }
        pattern.repeats().forEach(repeat -> line("    every " + repeat.first() + " to " + repeat.last()));
        pattern.limits()
                .forEach(
                        limit -> line("    within " + limit.millis() + " ms " + limit.first() + " to " + limit.last()));
    }

    private void handler(Handler handler) {
        if (handler instanceof ResolvedQuery.Filter filter) {
            line("  filter " + filter.condition());
        } else if (handler instanceof ResolvedQuery.WindowCall window) {
            line("  " + window.extension() + " " + window.arguments());
        } else if (handler instanceof ResolvedQuery.StreamCall call) {
            line("  " + call.extension() + " " + call.arguments() + " " + call.constants() + " adds " + call.adds());
        }
    }

    private void column(OutputColumn column) {
        line("  column " + column.name() + " " + column.value().type() + " = " + column.value());
    }

    private void output(ResolvedQuery.Output output) {
        String events = output.current() ? output.expired() ? "all" : "current" : "expired";
        line("  " + events + " rows "
                + output.target().map(target -> "into " + target).orElse("to callbacks") + " " + output.schema());
        output.action().ifPresent(action -> line("  " + action));
        if (!output.shape().equals(OutputShape.plain())) {
            line("  " + output.shape());
        }
    }

    private static String text(AggregateCall call) {
        return call + " " + call.returns();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
