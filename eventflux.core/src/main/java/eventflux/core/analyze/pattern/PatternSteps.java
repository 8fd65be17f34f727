package eventflux.core.analyze.pattern;

import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Logical.Connective;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.pattern.AbsentElement;
import eventflux.api.query.pattern.ChainElement;
import eventflux.api.query.pattern.EventElement;
import eventflux.api.query.pattern.EveryElement;
import eventflux.api.query.pattern.GroupElement;
import eventflux.api.query.pattern.LogicalElement;
import eventflux.api.query.pattern.PatternElement;
import eventflux.api.query.pattern.PatternElementVisitor;
import eventflux.api.query.pattern.PatternLimit;
import eventflux.api.query.pattern.Quantifier;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.pattern.PatternEvent.Place;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.ResolvedPattern.Absence;
import eventflux.core.resolved.ResolvedPattern.Formula;
import eventflux.core.resolved.ResolvedPattern.Limit;
import eventflux.core.resolved.ResolvedPattern.Quantity;
import eventflux.core.resolved.ResolvedPattern.Repeat;
import eventflux.core.resolved.ResolvedPattern.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Lays the elements of a pattern out as steps, one after another. Each visit answers nothing and adds steps. */
final class PatternSteps implements PatternElementVisitor<Void> {

    // Leaves of a step are bits of an int.
    private static final int MOST_LEAVES = 30;
    // Each step has a chain of matches that wait there, and each event looks at all of its stream.
    private static final int MOST_STEPS = 200;

    private final Function<StreamName, StreamColumns> streams;
    private final ProblemLog problems;
    private final List<PatternEvent> events = new ArrayList<>();
    private final List<Formula> formulas = new ArrayList<>();
    private final List<Repeat> repeats = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();
    private boolean isLast = true; // whether the element that is visited ends the pattern

    PatternSteps(Function<StreamName, StreamColumns> streams, ProblemLog problems) {
        this.streams = streams;
        this.problems = problems;
    }

    List<PatternEvent> events() {
        return events;
    }

    /** When each step is complete. */
    List<Formula> formulas() {
        return formulas;
    }

    /** What repeats; of two that begin at one step the shorter one, which keeps the longer one going. */
    List<Repeat> repeats() {
        List<Repeat> kept = new ArrayList<>();
        for (Repeat repeat : repeats) {
            boolean isKept = kept.stream().anyMatch(other -> other.first() == repeat.first());
            if (!isKept) {
                kept.add(repeat);
            }
        }
        return kept;
    }

    List<Limit> limits() {
        return limits;
    }

    /** Limits the steps from one on. */
    void limit(PatternLimit limit, int first) {
        if (limit.duration().isEmpty()) {
            problems.reportUnsupported("WITHIN … EVENTS", limit.position());
            return;
        }
        millis(limit.duration().get()).ifPresent(millis -> limits.add(new Limit(first, formulas.size() - 1, millis)));
    }

    private Optional<Long> millis(DurationLiteral duration) {
        try {
            return Optional.of(duration.millis());
        } catch (ArithmeticException e) {
            problems.report(AnalysisError.NUMBER_TOO_LARGE, duration.position());
            return Optional.empty();
        }
    }

    @Override
    public Void visitChainElement(ChainElement chain) {
        boolean endsPattern = isLast;
        int count = chain.elements().size();
        for (int i = 0; i < count; i++) {
            isLast = endsPattern && i == count - 1;
            chain.elements().get(i).accept(this);
        }
        isLast = endsPattern;
        return null;
    }

    @Override
    public Void visitEventElement(EventElement element) {
        addCounted(element, element.quantifier());
        return null;
    }

    private void addCounted(EventElement element, Optional<Quantifier> quantifier) {
        addStep(new Formula.Of(0), List.of(event(element, quantifier, Optional.empty(), 0)));
    }

    @Override
    public Void visitAbsentElement(AbsentElement element) {
        if (element.duration().isEmpty()) {
            reportEndless(element);
        }
        addStep(new Formula.Of(0), List.of(absent(element, 0)));
        return null;
    }

    private void reportEndless(AbsentElement element) {
        problems.report(
                AnalysisError.ENDLESS_ABSENCE,
                element.position(),
                "stream",
                element.absent().stream().qualified());
    }

    private void addStep(Formula formula, List<PatternEvent> leaves) {
        formulas.add(formula);
        events.addAll(leaves);
    }

    @Override
    public Void visitEveryElement(EveryElement every) {
        int first = formulas.size();
        every.element().accept(this);
        if (formulas.size() > first) {
            repeats.add(new Repeat(first, formulas.size() - 1));
        }
        return null;
    }

    @Override
    public Void visitGroupElement(GroupElement group) {
        if (group.quantifier().isEmpty() || isOnce(group.quantifier().get())) {
            round(group);
        } else {
            repeated(group, group.quantifier().get());
        }
        return null;
    }

    private void round(GroupElement group) {
        int first = formulas.size();
        group.element().accept(this);
        group.within().ifPresent(limit -> limit(limit, first));
    }

    // One round after another. What ends a pattern is complete with the fewest rounds, as collected events are.
    private void repeated(GroupElement group, Quantifier quantifier) {
        boolean isBare = group.within().isEmpty();
        if (isBare
                && group.element() instanceof EventElement event
                && event.quantifier().isEmpty()) {
            addCounted(event, Optional.of(quantifier));
            return;
        }
        boolean isExact = quantifier.max().equals(OptionalInt.of(quantifier.min()));
        if (quantifier.min() == 0 || !isExact && !isLast) {
            problems.reportUnsupported(
                    "a group that repeats a varying number of times before something else, or not at all",
                    quantifier.position());
        }
        Marks marks = new Marks(events.size(), formulas.size(), repeats.size(), limits.size());
        round(group);
        int length = formulas.size() - marks.steps();
        if (repeats.size() > marks.repeats()) {
            problems.reportUnsupported("EVERY inside a group that repeats", group.position());
        } else if ((long) length * quantifier.min() > MOST_STEPS) {
            problems.reportUnsupported("a group that repeats for more than " + MOST_STEPS + " steps", group.position());
        } else {
            addRounds(marks, length, quantifier.min());
        }
    }

    private record Marks(int events, int steps, int repeats, int limits) {}

    // What was laid out since the marks is the first round.
    private void addRounds(Marks marks, int length, int rounds) {
        events.subList(marks.events(), events.size()).replaceAll(event -> event.inGroup(marks.steps()));
        events.subList(marks.events(), events.size()).stream()
                .filter(event -> event.collects() && event.isAmongOthers(events))
                .forEach(event -> problems.reportUnsupported(
                        "a quantifier inside AND or OR of a group that repeats",
                        event.element().position()));
        List<PatternEvent> round = List.copyOf(events.subList(marks.events(), events.size()));
        List<Formula> complete = List.copyOf(formulas.subList(marks.steps(), formulas.size()));
        List<Limit> limited = List.copyOf(limits.subList(marks.limits(), limits.size()));
        for (int number = 1; number < rounds; number++) {
            int later = number * length;
            round.forEach(event -> events.add(event.later(later)));
            formulas.addAll(complete);
            limited.forEach(limit -> limits.add(limit.later(later)));
        }
    }

    private static boolean isOnce(Quantifier quantifier) {
        return quantifier.min() == 1 && quantifier.max().equals(OptionalInt.of(1));
    }

    @Override
    public Void visitLogicalElement(LogicalElement logical) {
        List<PatternEvent> leaves = new ArrayList<>();
        Formula formula = junction(logical, leaves);
        if (leaves.size() > MOST_LEAVES) {
            problems.reportUnsupported("more than " + MOST_LEAVES + " events in AND and OR", logical.position());
        }
        addStep(formula, leaves);
        return null;
    }

    private Formula junction(LogicalElement logical, List<PatternEvent> leaves) {
        boolean isAll = logical.connective() == Connective.AND;
        boolean canEnd = false;
        List<Formula> parts = new ArrayList<>();
        for (PatternElement element : logical.elements()) {
            boolean isEndless =
                    element instanceof AbsentElement absent && absent.duration().isEmpty();
            if (isEndless && !isAll) {
                reportEndless((AbsentElement) element);
            }
            canEnd |= !isEndless;
            part(element, leaves).ifPresent(parts::add);
        }
        if (!canEnd && isAll) {
            reportEndless((AbsentElement) logical.elements().get(0));
        }
        return new Formula.Junction(isAll, parts);
    }

    private Optional<Formula> part(PatternElement element, List<PatternEvent> leaves) {
        if (element instanceof LogicalElement logical) {
            return Optional.of(junction(logical, leaves));
        }
        if (element instanceof GroupElement group
                && group.quantifier().isEmpty()
                && group.within().isEmpty()) {
            return part(group.element(), leaves);
        }
        int leaf = leaves.size();
        if (element instanceof AbsentElement absent) {
            leaves.add(absent(absent, leaf));
            return Optional.of(new Formula.Of(leaf));
        }
        if (element instanceof EventElement event) {
            event.quantifier()
                    .filter(quantifier -> quantifier.min() == 0)
                    .ifPresent(quantifier -> problems.reportUnsupported(
                            "an event inside AND or OR that may be missing", quantifier.position()));
            leaves.add(event(event, event.quantifier(), Optional.empty(), leaf));
            return Optional.of(new Formula.Of(leaf));
        }
        if (element instanceof ChainElement chain) {
            return chain(chain, leaves);
        }
        if (element instanceof EveryElement every) {
            problems.reportUnsupported("EVERY inside AND or OR", element.position());
            return part(every.element(), leaves);
        }
        problems.reportUnsupported("a limit or a quantifier of a group inside AND or OR", element.position());
        return part(((GroupElement) element).element(), leaves);
    }

    // Its parts take turns; all of them are complete when the last one is.
    private Optional<Formula> chain(ChainElement chain, List<PatternEvent> leaves) {
        List<Formula> parts = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        for (PatternElement element : chain.elements()) {
            if (element instanceof AbsentElement absent && absent.duration().isEmpty()) {
                reportEndless(absent);
            }
            int first = leaves.size();
            part(element, leaves).ifPresent(part -> {
                parts.add(part);
                firsts.add(first);
            });
        }
        firsts.add(leaves.size());
        for (int part = 0; part < parts.size(); part++) {
            for (int leaf = firsts.get(part); leaf < firsts.get(part + 1); leaf++) {
                leaves.set(leaf, inTurn(leaves.get(leaf), parts, part));
            }
        }
        return Optional.of(new Formula.Junction(true, parts));
    }

    // An event that collects goes on until what comes after it is complete.
    private static PatternEvent inTurn(PatternEvent event, List<Formula> parts, int part) {
        boolean collects = event.collects() && parts.get(part) instanceof Formula.Of;
        int ends = collects ? part + 1 : part;
        return event.inTurn(parts.subList(0, part), ends < parts.size() ? List.of(parts.get(ends)) : List.of());
    }

    private PatternEvent absent(AbsentElement element, int leaf) {
        long millis = element.duration().flatMap(this::millis).orElse(0L);
        element.absent()
                .quantifier()
                .ifPresent(quantifier ->
                        problems.reportUnsupported("a quantifier of an absent event", quantifier.position()));
        return event(element.absent(), Optional.empty(), Optional.of(new Absence(millis)), leaf);
    }

    private PatternEvent event(
            EventElement element, Optional<Quantifier> quantifier, Optional<Absence> absence, int leaf) {
        Quantity quantity =
                quantifier.map(found -> new Quantity(found.min(), found.max())).orElse(Quantity.ONE);
        quantifier
                .filter(found -> found.max().equals(OptionalInt.of(0)))
                .ifPresent(found ->
                        problems.report(AnalysisError.WRONG_QUANTIFIER, found.position(), "quantifier", quantity));
        Place place = new Place(formulas.size(), leaf);
        return new PatternEvent(element, streams.apply(element.stream()), place, quantity, absence, Turn.ALWAYS);
    }
}
