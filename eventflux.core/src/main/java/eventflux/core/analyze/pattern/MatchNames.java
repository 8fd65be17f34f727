package eventflux.core.analyze.pattern;

import eventflux.api.error.Problem;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.EventIndex;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.node.StreamName;
import eventflux.api.spi.ExtensionKind;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedPattern.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How expressions of {@code MATCH_RECOGNIZE} call rows: by variable, which means the last row of it, through {@code FIRST}, {@code
 * LAST} and aggregates over its rows, and in a condition {@code PREV}. A column alone is that of the row itself, in a measure of the
 * last row.
 */
final class MatchNames implements InputNames {

    private final List<PatternEvent> elements;
    private final Optional<PatternEvent> own;
    private final CapturedColumns captured;
    private final PreviousColumns previous;
    private final ExpressionContext context;
    private final int input;
    private final MatchFacts facts;

    private MatchNames(
            List<PatternEvent> elements,
            Optional<PatternEvent> own,
            CapturedColumns captured,
            PreviousColumns previous,
            ExpressionContext context) {
        this.elements = elements;
        this.own = own;
        this.captured = captured;
        this.previous = previous;
        this.context = context;
        this.input = own.isPresent() ? 1 : 0;
        this.facts = new MatchFacts(elements, captured, context.problems(), input);
    }

    /** In measures, which see composed rows; the last element stands for all rows. */
    static MatchNames ofMeasures(
            List<PatternEvent> elements,
            CapturedColumns captured,
            PreviousColumns previous,
            ExpressionContext context) {
        return new MatchNames(elements, Optional.empty(), captured, previous, context);
    }

    /** In the condition of a variable. */
    MatchNames inside(PatternEvent variable) {
        return new MatchNames(elements, Optional.of(variable), captured, previous, context);
    }

    private PatternEvent allRows() {
        return elements.get(elements.size() - 1);
    }

    private StreamColumns columns() {
        return allRows().columns();
    }

    private Optional<PatternEvent> find(String name) {
        return elements.subList(0, elements.size() - 1).stream()
                .filter(element -> element.name().equals(name))
                .findFirst();
    }

    @Override
    public Optional<Expr> column(String name) {
        int column = columns().schema().indexOf(name);
        return column < 0 ? Optional.empty() : Optional.of(value(own.orElse(allRows()), column));
    }

    // The row that a condition is about has its columns itself.
    private Expr value(PatternEvent element, int column) {
        if (columns().isUnresolved(columns().schema().column(column).name())) {
            return Unresolved.EXPR;
        }
        return own.filter(element::equals).isPresent()
                ? new Expr.ColumnRef(
                        0,
                        column,
                        columns().schema().column(column).type(),
                        columns().schema().column(column).name())
                : captured.column(element, Kind.BACK, 0, column, input);
    }

    @Override
    public Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        Optional<PatternEvent> element = element(reference, problems);
        int column = column(reference, problems);
        if (element.isEmpty() || column < 0) {
            return Unresolved.EXPR;
        }
        if (reference.index().isEmpty()) {
            return value(element.get(), column);
        }
        EventIndex index = reference.index().get();
        return index.anchor() == EventIndex.Anchor.FIRST
                ? at(element.get(), index.offset(), column)
                : captured.column(element.get(), Kind.BACK, index.offset(), column, input);
    }

    private Expr at(PatternEvent element, int index, int column) {
        captured.count(element, input);
        return captured.column(element, Kind.AT, index, column, input);
    }

    private Optional<PatternEvent> element(ColumnReference reference, ProblemLog problems) {
        if (reference.qualifier().isEmpty()) {
            return Optional.of(own.orElse(allRows()));
        }
        StreamName qualifier = reference.qualifier().get();
        Optional<PatternEvent> element = find(qualifier.qualified());
        if (element.isEmpty()) {
            reportUnknown(qualifier, problems);
        }
        return element;
    }

    private void reportUnknown(StreamName qualifier, ProblemLog problems) {
        problems.reportUnknown(
                Problem.of(AnalysisError.UNKNOWN_QUALIFIER, "name", qualifier.qualified()),
                qualifier.position(),
                qualifier.qualified(),
                elements.subList(0, elements.size() - 1).stream()
                        .map(PatternEvent::name)
                        .toList());
    }

    private int column(ColumnReference reference, ProblemLog problems) {
        String name = reference.column().text();
        int column = columns().schema().indexOf(name);
        if (column < 0 && columns().isKnown()) {
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", columns().label(), "column", name),
                    reference.column().position(),
                    name,
                    columns().schema().names());
        }
        return column;
    }

    @Override
    public Optional<Expr> navigated(Call call, ProblemLog problems) {
        String name = call.name().text().toLowerCase(Locale.ROOT);
        List<Expression> arguments = call.arguments();
        if (call.namespace().isPresent()) {
            return Optional.empty();
        }
        Optional<Expr> fact = facts.value(call, name);
        if (fact.isPresent()) {
            return fact;
        }
        if (name.equals("count") && arguments.isEmpty()) {
            return Optional.of(new CollectedCalls(context, captured, input).count(allRows()));
        }
        if (arguments.isEmpty() || !(arguments.get(0) instanceof ColumnReference reference)) {
            return Optional.empty();
        }
        if (List.of("prev", "first", "last").contains(name) && arguments.size() < 3) {
            return Optional.of(navigated(name, reference, offset(call), call, problems));
        }
        return isAggregator(name) ? Optional.of(aggregated(call, reference, problems)) : Optional.empty();
    }

    // How many rows further: one for PREV, none for the others, where the author says nothing else;
    // negative if that is wrong.
    private static int offset(Call call) {
        if (call.arguments().size() == 1) {
            return call.name().text().equalsIgnoreCase("prev") ? 1 : 0;
        }
        return call.arguments().get(1) instanceof NumberLiteral number
                        && number.value().longValue() < PreviousColumns.MOST
                ? number.value().intValue()
                : -1;
    }

    private Expr navigated(String name, ColumnReference reference, int offset, Call call, ProblemLog problems) {
        Optional<PatternEvent> named = reference.qualifier().isEmpty() && !name.equals("prev")
                ? Optional.of(allRows())
                : element(reference, problems);
        int column = column(reference, problems);
        if (named.isEmpty() || column < 0) {
            return Unresolved.EXPR;
        }
        if (offset < 0) {
            problems.reportUnsupported("this distance", call.position());
            return Unresolved.EXPR;
        }
        if (name.equals("prev")) {
            if (own.filter(named.get()::equals).isEmpty()) {
                problems.reportUnsupported("PREV of another row than that of the condition", call.position());
                return Unresolved.EXPR;
            }
            return offset == 0 ? value(named.get(), column) : previous.column(column, offset);
        }
        return name.equals("first")
                ? at(named.get(), offset, column)
                : captured.column(named.get(), Kind.BACK, offset, column, input);
    }

    private boolean isAggregator(String name) {
        return context.extensions().find(ExtensionKind.AGGREGATOR, name).isPresent();
    }

    private Expr aggregated(Call call, ColumnReference reference, ProblemLog problems) {
        Optional<PatternEvent> element =
                reference.qualifier().isEmpty() ? Optional.of(allRows()) : element(reference, problems);
        return element.isEmpty() || column(reference, problems) < 0
                ? Unresolved.EXPR
                : new CollectedCalls(context, captured, input).value(call, element.get(), reference);
    }

    @Override
    public boolean hasEvents() {
        return true;
    }

    @Override
    public boolean isOfSeveralRows() {
        return own.isPresent();
    }

    @Override
    public boolean isQualifier(StreamName qualifier) {
        return find(qualifier.qualified()).isPresent();
    }

    @Override
    public List<NamedColumn> all(Optional<StreamName> qualifier) {
        return List.of();
    }

    @Override
    public boolean isKnown() {
        return columns().isKnown();
    }
}
