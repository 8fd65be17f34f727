package eventflux.core.plan;

import eventflux.api.event.Schema;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.Output;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.ResolvedQuery.Selection;
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
        plan.streams().forEach(printer::stream);
        plan.queries().forEach(printer::query);
        return printer.out.toString();
    }

    private void stream(StreamPlan stream) {
        out.append("stream ").append(stream.name()).append(' ').append(stream.schema());
        if (!stream.coded().isEmpty()) {
            out.append(" coded ").append(names(stream.schema(), stream.coded()));
        }
        out.append(stream.byRow() ? ", readers in turn for each row" : "").append('\n');
    }

    private void query(QueryPlan query) {
        out.append("query ").append(query.name()).append('\n');
        out.append("  scan ").append(query.stream()).append('\n');
        for (PlanStep step : query.steps()) {
            out.append("  ").append(text(step)).append('\n');
        }
        out.append("  ").append(text(query.output())).append('\n');
    }

    private static String text(PlanStep step) {
        if (step instanceof PlanStep.Filter filter) {
            return "filter " + filter.condition();
        }
        if (step instanceof PlanStep.Window window) {
            return "window " + window.call().text();
        }
        if (step instanceof PlanStep.Aggregate aggregate) {
            return text(aggregate);
        }
        PlanStep.Project project = (PlanStep.Project) step;
        return "project " + columns(project.columns());
    }

    private static String text(PlanStep.Aggregate aggregate) {
        Selection selection = aggregate.selection();
        StringBuilder text = new StringBuilder("aggregate");
        for (int i = 0; i < selection.aggregates().size(); i++) {
            text.append(i == 0 ? " " : ", ").append('#').append(i).append(' ');
            text.append(selection.aggregates().get(i).extension().name());
            text.append(selection.aggregates().get(i).arguments());
        }
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
        return output.target()
                .map(target -> "insert " + kinds + " rows into " + target)
                .orElse("return " + kinds + " rows");
    }

    private static String names(Schema schema, BitSet columns) {
        StringJoiner names = new StringJoiner(", ", "(", ")");
        columns.stream().forEach(column -> names.add(schema.column(column).name()));
        return names.toString();
    }
}
