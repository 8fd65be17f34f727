package eventflux.core.analyze.pattern;

import eventflux.api.error.Problem;
import eventflux.api.event.DataType;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.EventIndex;
import eventflux.api.query.expression.EventIndex.Anchor;
import eventflux.api.query.expression.EventReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.node.StreamName;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedPattern.Captured;
import eventflux.core.resolved.ResolvedPattern.Kind;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How an author calls the events of a pattern: by alias, or by stream where that is unique, with an index where events are
 * collected. Without an index a selection means the first of them, and a condition the last.
 */
final class PatternNames implements InputNames {

    private final List<PatternEvent> events;
    private final CapturedColumns captured;
    private final ExpressionContext context;
    private final int input;
    private final Kind withoutIndex;

    private PatternNames(
            List<PatternEvent> events,
            CapturedColumns captured,
            ExpressionContext context,
            int input,
            Kind withoutIndex) {
        this.events = events.stream().filter(event -> !event.isLaterRound()).toList();
        this.captured = captured;
        this.context = context;
        this.input = input;
        this.withoutIndex = withoutIndex;
    }

    /** In the selection, which gets composed rows. */
    static PatternNames ofSelection(List<PatternEvent> events, CapturedColumns captured, ExpressionContext context) {
        return new PatternNames(events, captured, context, 0, Kind.AT);
    }

    /** In the condition of an event, which is the first row there. */
    static PatternNames ofCondition(
            PatternEvent event, List<PatternEvent> events, CapturedColumns captured, ExpressionContext context) {
        return new PatternNames(events, captured.askedBy(event), context, 1, Kind.BACK);
    }

    /** The event that a qualifier means. */
    Optional<PatternEvent> find(String qualifier) {
        List<PatternEvent> present =
                events.stream().filter(event -> !event.isAbsent()).toList();
        Optional<PatternEvent> named =
                present.stream().filter(event -> event.name().equals(qualifier)).findFirst();
        return named.or(() -> present.stream()
                .filter(event -> event.streamName().equals(qualifier))
                .findFirst());
    }

    private boolean isCalledTwice(String stream) {
        return events.stream()
                        .filter(event -> !event.isAbsent() && !event.isLaterRound() && !event.hasAlias())
                        .filter(event -> event.streamName().equals(stream))
                        .count()
                > 1;
    }

    @Override
    public boolean isColumn(String name) {
        return !owners(name).isEmpty();
    }

    @Override
    public Optional<Expr> column(String name) {
        List<PatternEvent> owners = owners(name);
        return owners.size() == 1 ? Optional.of(value(owners.get(0), Optional.empty(), name)) : Optional.empty();
    }

    private List<PatternEvent> owners(String column) {
        return events.stream()
                .filter(event -> !event.isAbsent() && event.columns().schema().indexOf(column) >= 0)
                .toList();
    }

    @Override
    public Expr column(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        String name = reference.column().text();
        if (reference.qualifier().isEmpty()) {
            return unqualified(reference, outputs, problems);
        }
        StreamName qualifier = reference.qualifier().get();
        Optional<PatternEvent> event = find(qualifier.qualified());
        if (event.isEmpty()) {
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_QUALIFIER, "name", qualifier.qualified()),
                    qualifier.position(),
                    qualifier.qualified(),
                    names());
            return Unresolved.EXPR;
        }
        if (isCalledTwice(qualifier.qualified())) {
            problems.report(AnalysisError.AMBIGUOUS_QUALIFIER, qualifier.position(), "name", qualifier.qualified());
            return Unresolved.EXPR;
        }
        StreamColumns columns = event.get().columns();
        if (columns.schema().indexOf(name) < 0) {
            if (columns.isKnown()) {
                problems.reportUnknown(
                        Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", columns.label(), "column", name),
                        reference.column().position(),
                        name,
                        columns.schema().names());
            }
            return Unresolved.EXPR;
        }
        reportIndex(event.get(), reference, problems);
        return value(event.get(), reference.index(), name);
    }

    // An event that is collected in rounds is there as often as they are.
    private static void reportIndex(PatternEvent event, ColumnReference reference, ProblemLog problems) {
        int most =
                event.isRepeated() ? Integer.MAX_VALUE : event.quantity().max().orElse(Integer.MAX_VALUE);
        if (reference.index().filter(index -> index.offset() >= most).isPresent()) {
            problems.report(AnalysisError.NO_SUCH_EVENT, reference.position(), "event", event.name(), "count", most);
        }
    }

    private Expr unqualified(ColumnReference reference, Collection<String> outputs, ProblemLog problems) {
        String name = reference.column().text();
        List<PatternEvent> owners = owners(name);
        if (owners.size() == 1) {
            return value(owners.get(0), Optional.empty(), name);
        }
        if (owners.size() > 1) {
            problems.report(
                    AnalysisError.AMBIGUOUS_COLUMN,
                    reference.position(),
                    "column",
                    name,
                    "first",
                    owners.get(0).name(),
                    "second",
                    owners.get(1).name());
        } else if (find(name).isPresent()) {
            problems.report(AnalysisError.WHOLE_EVENT, reference.position());
        } else if (isKnown()) {
            List<String> possible = new ArrayList<>(outputs);
            events.forEach(event -> possible.addAll(event.columns().schema().names()));
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", "the pattern", "column", name),
                    reference.column().position(),
                    name,
                    possible);
        }
        return Unresolved.EXPR;
    }

    private List<String> names() {
        return events.stream()
                .filter(event -> !event.isAbsent())
                .map(PatternEvent::name)
                .distinct()
                .toList();
    }

    /** A column of an event. */
    private Expr value(PatternEvent event, Optional<EventIndex> index, String name) {
        if (event.columns().isUnresolved(name)) {
            return Unresolved.EXPR;
        }
        return value(event, index, event.columns().schema().indexOf(name));
    }

    private Expr value(PatternEvent event, Optional<EventIndex> index, int column) {
        if (!event.isCounted()) {
            boolean isThere = index.isEmpty() || index.get().offset() == 0;
            DataType type = CapturedColumns.source(event, column).type();
            return isThere ? captured.column(event, Kind.AT, 0, column, input) : new Expr.Constant(type, null);
        }
        if (index.isEmpty()) {
            return captured.column(event, withoutIndex, 0, column, input);
        }
        Kind kind = index.get().anchor() == Anchor.FIRST ? Kind.AT : Kind.BACK;
        return captured.column(event, kind, index.get().offset(), column, input);
    }

    @Override
    public boolean hasEvents() {
        return true;
    }

    @Override
    public Optional<Expr> missing(Expression operand) {
        if (operand instanceof EventReference reference) {
            return find(reference.element().text()).map(event -> missing(event, Optional.of(reference.index())));
        }
        if (operand instanceof ColumnReference reference
                && reference.qualifier().isEmpty()
                && owners(reference.column().text()).isEmpty()) {
            return find(reference.column().text()).map(event -> missing(event, Optional.empty()));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Expr> timeOf(Expression event) {
        if (event instanceof EventReference reference) {
            return find(reference.element().text())
                    .map(found -> value(found, Optional.of(reference.index()), Captured.TIME));
        }
        if (event instanceof ColumnReference reference
                && reference.qualifier().isEmpty()
                && owners(reference.column().text()).isEmpty()) {
            return find(reference.column().text()).map(found -> value(found, Optional.empty(), Captured.TIME));
        }
        return Optional.empty();
    }

    private Expr missing(PatternEvent event, Optional<EventIndex> index) {
        int needed = index.map(EventIndex::offset).orElse(0) + 1;
        if (needed > 1 && !event.isCounted()) {
            return new Expr.Constant(DataType.BOOL, true);
        }
        Expr count = captured.count(event, input);
        if (needed == 1) {
            return new Truth.IsNull(count);
        }
        Expr enough = new Truth.Comparison(
                ComparisonOperator.GREATER_OR_EQUAL, count, new Expr.Constant(DataType.LONG, (long) needed), true);
        return new Truth.Not(enough, true);
    }

    @Override
    public Optional<Expr> collected(Call call, ProblemLog problems) {
        if (call.arguments().isEmpty() || !(call.arguments().get(0) instanceof ColumnReference argument)) {
            return Optional.empty();
        }
        CollectedCalls calls = new CollectedCalls(context, captured, input);
        String name = argument.column().text();
        if (argument.qualifier().isEmpty()) {
            boolean isCount = call.arguments().size() == 1
                    && call.name().text().equalsIgnoreCase("count")
                    && owners(name).isEmpty();
            return isCount ? find(name).map(calls::count) : Optional.empty();
        }
        return find(argument.qualifier().get().qualified())
                .filter(event -> event.isCounted() && argument.index().isEmpty())
                .filter(event -> event.columns().schema().indexOf(name) >= 0)
                .map(event -> calls.value(call, event, argument));
    }

    @Override
    public boolean isQualifier(StreamName qualifier) {
        return find(qualifier.qualified()).isPresent();
    }

    @Override
    public List<NamedColumn> all(Optional<StreamName> qualifier) {
        return events.stream()
                .filter(event -> !event.isAbsent())
                .filter(event -> qualifier
                        .flatMap(name -> find(name.qualified()))
                        .map(event::equals)
                        .orElse(true))
                .flatMap(event ->
                        IntStream.range(0, event.columns().schema().size()).mapToObj(column -> named(event, column)))
                .toList();
    }

    private NamedColumn named(PatternEvent event, int column) {
        String name = event.columns().schema().column(column).name();
        return new NamedColumn(name, value(event, Optional.empty(), name));
    }

    @Override
    public boolean isKnown() {
        return events.stream().allMatch(event -> event.columns().isKnown());
    }
}
