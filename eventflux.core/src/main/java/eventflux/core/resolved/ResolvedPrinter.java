package eventflux.core.resolved;

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
        printer.line("application " + app.name() + (app.time() == ResolvedApp.TimeMode.PLAYBACK ? " playback" : ""));
        app.streams().forEach(printer::stream);
        app.sources().forEach(printer::endpoint);
        app.sinks().forEach(printer::endpoint);
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
                + stream.async().map(ResolvedPrinter::text).orElse(""));
    }

    private static String text(AsyncOptions async) {
        return " async buffer " + async.bufferSize() + " batch " + async.batchSize();
    }

    private void endpoint(Endpoint endpoint) {
        line(endpoint.transport() + " " + endpoint.name() + " of " + endpoint.stream() + " " + endpoint.settings());
        endpoint.mapper().ifPresent(mapping -> line("  " + mapping.extension() + " " + mapping.settings()));
    }

    private void query(ResolvedQuery query) {
        line("query " + query.name());
        line("  from " + query.input().stream() + " " + query.input().schema());
        query.input().handlers().forEach(this::handler);
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

    private void handler(Handler handler) {
        if (handler instanceof ResolvedQuery.Filter filter) {
            line("  filter " + filter.condition());
        } else if (handler instanceof ResolvedQuery.WindowCall window) {
            line("  " + window.extension() + " " + window.arguments());
        }
    }

    private void column(OutputColumn column) {
        line("  column " + column.name() + " " + column.value().type() + " = " + column.value());
    }

    private void output(ResolvedQuery.Output output) {
        String events = output.current() ? output.expired() ? "all" : "current" : "expired";
        line("  " + events + " rows "
                + output.target().map(target -> "into " + target).orElse("to callbacks") + " " + output.schema());
    }

    private static String text(AggregateCall call) {
        return call.extension().name()
                + call.arguments().stream().map(Expr::toString).collect(Collectors.joining(", ", "(", ")"))
                + " " + call.returns();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
