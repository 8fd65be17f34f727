package eventflux.core.analyze.pattern;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.pattern.EventElement;
import eventflux.api.query.pattern.EveryElement;
import eventflux.api.query.pattern.GroupElement;
import eventflux.api.query.pattern.PatternElement;
import eventflux.api.query.pattern.PatternLimit;
import eventflux.api.query.pattern.Quantifier;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.ResolvedPattern.Formula;
import eventflux.core.resolved.ResolvedPattern.Limit;
import eventflux.core.resolved.ResolvedPattern.Quantity;
import eventflux.core.resolved.ResolvedPattern.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Lays the elements of a pattern out as steps, one after another. An element that may go on once it is complete is one step with
 * what follows it, since both are waited for together.
 */
final class PatternSteps {

    // What is known of a step are bits of a long.
    private static final int MOST_PARTS = 60;
    // Each step has a chain of matches that wait there, and each event looks at all of its stream.
    private static final int MOST_STEPS = 200;

    private final ProblemLog problems;
    private final PatternEvents made;
    private final List<PatternEvent> events = new ArrayList<>();
    private final List<Formula> formulas = new ArrayList<>();
    private final List<Repeat> repeats = new ArrayList<>();
    private final List<Limit> limits = new ArrayList<>();

    PatternSteps(PatternEvents made, ProblemLog problems) {
        this.made = made;
        this.problems = problems;
    }

    List<PatternEvent> events() {
        return events;
    }

    /** When each step is complete. */
    List<Formula> formulas() {
        return formulas;
    }

    /** What repeats, of whole steps. */
    List<Repeat> repeats() {
        return repeats;
    }

    /** What is limited, of whole steps. */
    List<Limit> limits() {
        return limits;
    }

    /** Lays out a whole pattern. */
    void add(PatternElement pattern, Optional<PatternLimit> within) {
        add(PatternShape.chain(pattern), true);
        within.ifPresent(limit -> limit(limit, 0));
    }

    private void limit(PatternLimit limit, int first) {
        made.millis(limit).ifPresent(millis -> limits.add(new Limit(first, formulas.size() - 1, millis)));
    }

    private void add(List<PatternElement> chain, boolean endsPattern) {
        for (int i = 0; i < chain.size(); i++) {
            PatternElement element = chain.get(i);
            boolean isLast = endsPattern && i == chain.size() - 1;
            if (!isLast && PatternShape.isOpen(element)) {
                int first = i;
                while (i < chain.size() - 1 && (i == first || PatternShape.goesOn(chain.get(i)))) {
                    i++;
                }
                addTogether(chain.subList(first, i + 1));
            } else {
                add(element, isLast);
            }
        }
    }

    private void addTogether(List<PatternElement> elements) {
        SourcePosition position = elements.get(0).position();
        addStep(position, step -> step.chain(elements));
    }

    private void addStep(SourcePosition position, Function<StepFormula, Formula> make) {
        StepFormula step = new StepFormula(made, formulas.size());
        formulas.add(make.apply(step));
        events.addAll(step.leaves());
        if (step.size() > MOST_PARTS) {
            problems.reportUnsupported(
                    "a step of a pattern of more than " + MOST_PARTS + " events and parts that repeat or are limited",
                    position);
        }
    }

    private void add(PatternElement element, boolean isLast) {
        if (element instanceof EveryElement every) {
            int first = formulas.size();
            add(PatternShape.chain(every.element()), isLast);
            if (!PatternShape.beginsWithEvery(every.element())) {
                repeats.add(new Repeat(first, formulas.size() - 1));
            }
        } else if (element instanceof GroupElement group) {
            addGroup(group, isLast);
        } else {
            addStep(element.position(), element::accept);
        }
    }

    private void addGroup(GroupElement group, boolean isLast) {
        Optional<EventElement> collected = PatternShape.collected(group);
        Optional<Quantifier> quantifier = PatternShape.quantifier(group);
        if (collected.isPresent()) {
            addStep(group.position(), step -> step.visitGroupElement(group));
        } else if (quantifier.isEmpty()) {
            addRound(group, isLast);
        } else {
            addRounds(group, quantifier.get());
        }
    }

    private void addRound(GroupElement group, boolean isLast) {
        int first = formulas.size();
        add(PatternShape.chain(group.element()), isLast);
        group.within().ifPresent(limit -> limit(limit, first));
    }

    // What ends a pattern is complete with the fewest rounds, as collected events are.
    private void addRounds(GroupElement group, Quantifier quantifier) {
        int rounds = made.quantity(quantifier).min();
        if (rounds == 0 || !PatternShape.isPlain(group.element())) {
            OptionalInt most = rounds == 0 ? quantifier.max() : OptionalInt.of(rounds);
            addStep(group.position(), step -> step.rounds(group, new Quantity(rounds, most)));
            return;
        }
        Marks marks = new Marks(events.size(), formulas.size(), limits.size());
        addRound(group, false);
        int length = formulas.size() - marks.steps();
        if ((long) length * rounds > MOST_STEPS) {
            problems.reportUnsupported("a group that repeats for more than " + MOST_STEPS + " steps", group.position());
        } else {
            addLater(marks, length, rounds);
        }
    }

    private record Marks(int events, int steps, int limits) {}

    // What was laid out since the marks is the first round.
    private void addLater(Marks marks, int length, int rounds) {
        events.subList(marks.events(), events.size()).replaceAll(event -> event.inGroup(marks.steps()));
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
}
