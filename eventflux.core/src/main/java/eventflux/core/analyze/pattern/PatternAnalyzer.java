package eventflux.core.analyze.pattern;

import eventflux.api.query.input.PatternInput;
import eventflux.api.query.input.PatternKind;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.stream.Filter;
import eventflux.api.query.stream.StreamHandler;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedPartition;
import eventflux.core.resolved.ResolvedPattern;
import eventflux.core.resolved.ResolvedPattern.Leaf;
import eventflux.core.resolved.ResolvedPattern.Step;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Resolves one pattern or sequence. */
public final class PatternAnalyzer {

    private final Function<StreamName, StreamColumns> streams;
    private final ExpressionContext context;
    private final CapturedColumns captured = new CapturedColumns();
    private List<PatternEvent> events = List.of();
    private List<Step> steps = List.of();
    private PatternSteps layout;
    private boolean isSequence;

    /**
     * For one pattern.
     *
     * @param streams what is known of the streams that it reads
     * @param context of its expressions
     */
    public PatternAnalyzer(Function<StreamName, StreamColumns> streams, ExpressionContext context) {
        this.streams = streams;
        this.context = context;
    }

    /** How the selection calls the events; what is wrong is reported. */
    public InputNames analyze(PatternInput input) {
        isSequence = input.kind() == PatternKind.SEQUENCE;
        layout = new PatternSteps(new PatternEvents(streams, context.problems()), context.problems());
        layout.add(input.pattern(), input.within());
        events = layout.events();
        reportDuplicates();
        steps = steps();
        reportEmpty(input);
        return PatternNames.ofSelection(events, captured, context);
    }

    /** The streams that it reads, each once. */
    public List<StreamName> streams() {
        Map<String, StreamName> read = new LinkedHashMap<>();
        events.forEach(event -> read.putIfAbsent(event.streamName(), event.element().stream()));
        return List.copyOf(read.values());
    }

    /**
     * The pattern with all that was asked for of its events; after the expressions of the query have been resolved.
     *
     * @param keys by which it has its matches apart, if it does
     */
    public ResolvedInput resolved(Optional<ResolvedPartition> keys) {
        return new ResolvedInput.OfPattern(
                new ResolvedPattern(isSequence, steps, layout.repeats(), layout.limits(), captured.all()),
                keys,
                List.of());
    }

    private void reportDuplicates() {
        Set<String> names = new HashSet<>();
        for (PatternEvent event : events) {
            Optional<Name> alias = event.element().alias();
            if (alias.isPresent()
                    && !event.isLaterRound()
                    && !names.add(alias.get().text())) {
                context.problems()
                        .report(
                                AnalysisError.DUPLICATE_EVENT,
                                alias.get().position(),
                                "name",
                                alias.get().text());
            }
        }
    }

    private void reportEmpty(PatternInput input) {
        boolean isOfEvents = events.stream().anyMatch(event -> !event.isAbsent());
        if (isOfEvents && PatternShape.needsNothing(input.pattern())) {
            context.problems().report(AnalysisError.EMPTY_PATTERN, input.position());
        }
    }

    private List<Step> steps() {
        List<Step> resolved = new ArrayList<>();
        for (int number = 0; number < layout.formulas().size(); number++) {
            int step = number;
            List<PatternEvent> own =
                    events.stream().filter(event -> event.step() == step).toList();
            OptionalInt round = own.get(0).place().round().isPresent()
                    ? OptionalInt.of(own.get(0).collectedAt())
                    : OptionalInt.empty();
            List<Leaf> leaves = own.stream().map(this::leaf).toList();
            resolved.add(new Step(leaves, layout.formulas().get(step), round));
        }
        return resolved;
    }

    private Leaf leaf(PatternEvent event) {
        // What is wrong with the first round is wrong with all.
        ExpressionContext own = event.isLaterRound() ? context.inside(new ProblemLog()) : context;
        ConditionNames names = new ConditionNames(event, PatternNames.ofCondition(event, events, captured, own));
        ExpressionAnalyzer conditions = new ExpressionAnalyzer(own, Scope.of(names));
        List<Expr> all = new ArrayList<>();
        for (StreamHandler handler : event.element().handlers()) {
            if (handler instanceof Filter filter) {
                all.add(conditions.condition(filter.condition()));
            } else {
                own.problems().reportUnsupported("a window inside a pattern", handler.position());
            }
        }
        return new Leaf(event.name(), event.columns().name(), condition(all), event.quantity(), event.absence());
    }

    private static Optional<Expr> condition(List<Expr> all) {
        if (Unresolved.isAny(all)) {
            return Optional.empty();
        }
        return all.size() < 2 ? all.stream().findFirst() : Optional.of(new Truth.Logical(true, all, true));
    }
}
