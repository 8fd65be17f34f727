package eventflux.core.analyze.pattern;

import eventflux.api.query.expression.Logical.Connective;
import eventflux.api.query.pattern.AbsentElement;
import eventflux.api.query.pattern.ChainElement;
import eventflux.api.query.pattern.EventElement;
import eventflux.api.query.pattern.EveryElement;
import eventflux.api.query.pattern.GroupElement;
import eventflux.api.query.pattern.LogicalElement;
import eventflux.api.query.pattern.PatternElement;
import eventflux.api.query.pattern.PatternElementVisitor;
import eventflux.api.query.pattern.Quantifier;
import eventflux.core.analyze.pattern.PatternEvent.Place;
import eventflux.core.resolved.ResolvedPattern.Formula;
import eventflux.core.resolved.ResolvedPattern.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Makes one step of an element: its events, and the formula that says when they are enough. */
final class StepFormula implements PatternElementVisitor<Formula> {

    private final PatternEvents events;
    private final int step;
    private final List<PatternEvent> leaves = new ArrayList<>();
    // The groups that repeat around what is visited, by numbers, outer ones first.
    private final Deque<Integer> rounds = new ArrayDeque<>();
    private int groups;
    private int parts;

    /**
     * One step.
     *
     * @param events makes its events
     * @param step its number
     */
    StepFormula(PatternEvents events, int step) {
        this.events = events;
        this.step = step;
    }

    List<PatternEvent> leaves() {
        return leaves;
    }

    /** How much has to be known of a match at this step: its events, and the parts that start anew or are limited. */
    int size() {
        return leaves.size() + parts;
    }

    private Place place() {
        return new Place(step, leaves.size(), Optional.empty(), List.copyOf(rounds));
    }

    @Override
    public Formula visitEventElement(EventElement element) {
        return event(element, element.quantifier());
    }

    private Formula event(EventElement element, Optional<Quantifier> quantifier) {
        leaves.add(events.event(element, quantifier, place()));
        return new Formula.Of(leaves.size() - 1);
    }

    @Override
    public Formula visitAbsentElement(AbsentElement element) {
        if (element.duration().isEmpty()) {
            events.reportEndless(element);
        }
        return absent(element);
    }

    private Formula absent(AbsentElement element) {
        leaves.add(events.absent(element, place()));
        return new Formula.Of(leaves.size() - 1);
    }

    @Override
    public Formula visitChainElement(ChainElement chain) {
        return chain(PatternShape.chain(chain));
    }

    /** Elements one after another. */
    Formula chain(List<PatternElement> elements) {
        List<Formula> all =
                elements.stream().map(element -> element.accept(this)).toList();
        return all.size() == 1 ? all.get(0) : new Formula.Chain(all);
    }

    @Override
    public Formula visitLogicalElement(LogicalElement logical) {
        boolean isAll = logical.connective() == Connective.AND;
        boolean canEnd = false;
        List<Formula> all = new ArrayList<>();
        for (PatternElement element : logical.elements()) {
            boolean lasts =
                    element instanceof AbsentElement absent && absent.duration().isEmpty();
            canEnd |= !lasts;
            all.add(lasts && isAll ? absent((AbsentElement) element) : element.accept(this));
        }
        if (!canEnd && isAll) {
            events.reportEndless((AbsentElement) logical.elements().get(0));
        }
        return new Formula.Junction(isAll, all);
    }

    @Override
    public Formula visitEveryElement(EveryElement every) {
        Formula part = every.element().accept(this);
        if (PatternShape.beginsWithEvery(every.element())) {
            return part;
        }
        parts++;
        return new Formula.Every(part);
    }

    @Override
    public Formula visitGroupElement(GroupElement group) {
        Optional<EventElement> collected = PatternShape.collected(group);
        if (collected.isPresent()) {
            return event(collected.get(), group.quantifier());
        }
        Optional<Quantifier> quantifier = PatternShape.quantifier(group);
        return quantifier.isEmpty() ? round(group) : rounds(group, quantifier.get());
    }

    private Formula round(GroupElement group) {
        Formula part = chain(PatternShape.chain(group.element()));
        Optional<Long> millis = group.within().flatMap(events::millis);
        parts += millis.isPresent() ? 1 : 0;
        return millis.isPresent() ? new Formula.Limited(part, millis.get()) : part;
    }

    private Formula rounds(GroupElement group, Quantifier quantifier) {
        return rounds(group, events.quantity(quantifier));
    }

    /** A group as often as that. */
    Formula rounds(GroupElement group, Quantity quantity) {
        rounds.addLast(groups++);
        Formula part = round(group);
        rounds.removeLast();
        parts++;
        boolean needsNothing = PatternShape.needsNothing(group.element());
        return new Formula.Rounds(part, needsNothing ? new Quantity(0, quantity.max()) : quantity);
    }
}
