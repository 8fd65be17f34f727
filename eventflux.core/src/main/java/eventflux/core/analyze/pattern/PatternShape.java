package eventflux.core.analyze.pattern;

import eventflux.api.query.expression.Logical.Connective;
import eventflux.api.query.pattern.AbsentElement;
import eventflux.api.query.pattern.ChainElement;
import eventflux.api.query.pattern.EventElement;
import eventflux.api.query.pattern.EveryElement;
import eventflux.api.query.pattern.GroupElement;
import eventflux.api.query.pattern.LogicalElement;
import eventflux.api.query.pattern.PatternElement;
import eventflux.api.query.pattern.Quantifier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What the form of an element says of how it can be laid out. */
final class PatternShape {

    private PatternShape() {}

    /** The elements that come one after another, parentheses that say nothing left off. */
    static List<PatternElement> chain(PatternElement element) {
        if (element instanceof ChainElement chain) {
            return chain.elements().stream()
                    .flatMap(part -> chain(part).stream())
                    .toList();
        }
        if (element instanceof GroupElement group
                && quantifier(group).isEmpty()
                && group.within().isEmpty()) {
            return chain(group.element());
        }
        return List.of(element);
    }

    /** How often a group repeats, if it does. */
    static Optional<Quantifier> quantifier(GroupElement group) {
        return group.quantifier()
                .filter(quantifier -> quantifier.min() != 1 || !quantifier.max().equals(OptionalInt.of(1)));
    }

    /** The event that a group collects, if it is about one alone. */
    static Optional<EventElement> collected(GroupElement group) {
        List<PatternElement> elements = chain(group.element());
        boolean isOne = quantifier(group).isPresent() && group.within().isEmpty() && elements.size() == 1;
        return isOne
                        && elements.get(0) instanceof EventElement event
                        && event.quantifier().isEmpty()
                ? Optional.of(event)
                : Optional.empty();
    }

    /** Whether it says how often exactly, at least once. */
    static boolean isExact(Quantifier quantifier) {
        return quantifier.min() > 0 && quantifier.max().equals(OptionalInt.of(quantifier.min()));
    }

    /** Whether it is complete before anything has come. */
    static boolean needsNothing(PatternElement element) {
        if (element instanceof EventElement event) {
            return event.quantifier().filter(found -> found.min() == 0).isPresent();
        }
        if (element instanceof AbsentElement absent) {
            return absent.duration().isEmpty();
        }
        if (element instanceof LogicalElement logical) {
            return logical.connective() == Connective.AND
                    ? logical.elements().stream().allMatch(PatternShape::needsNothing)
                    : logical.elements().stream().anyMatch(PatternShape::needsNothing);
        }
        if (element instanceof GroupElement group) {
            return group.quantifier().filter(found -> found.min() == 0).isPresent() || needsNothing(group.element());
        }
        return parts(element).allMatch(PatternShape::needsNothing);
    }

    /** Whether it begins with {@code every}, so that it starts anew without another one around it. */
    static boolean beginsWithEvery(PatternElement element) {
        PatternElement first = chain(element).get(0);
        return first instanceof EveryElement
                || first instanceof GroupElement group
                        && quantifier(group).isEmpty()
                        && beginsWithEvery(group.element());
    }

    /**
     * Whether it may go on once it is complete, other than as events that are collected, which are a step of their own: what
     * follows is waited for beside it then, in one step.
     */
    static boolean isOpen(PatternElement element) {
        if (element instanceof LogicalElement) {
            return needsNothing(element);
        }
        if (element instanceof EveryElement every) {
            return endsOpen(chain(every.element()));
        }
        if (!(element instanceof GroupElement group) || collected(group).isPresent()) {
            return false;
        }
        if (quantifier(group).isEmpty()) {
            return endsOpen(chain(group.element()));
        }
        return !isExact(quantifier(group).get()) || !isPlain(group.element()) && goesOn(group.element());
    }

    private static boolean endsOpen(List<PatternElement> chain) {
        for (int i = chain.size() - 1; i >= 0; i--) {
            if (isOpen(chain.get(i))) {
                return true;
            }
            if (!goesOn(chain.get(i))) {
                return false;
            }
        }
        return false;
    }

    /** Whether it may go on once it is complete. */
    static boolean goesOn(PatternElement element) {
        List<PatternElement> elements = chain(element);
        PatternElement last = elements.get(elements.size() - 1);
        if (last instanceof EventElement event) {
            return event.quantifier().filter(found -> !isExact(found)).isPresent();
        }
        if (last instanceof EveryElement every) {
            return goesOn(every.element());
        }
        if (last instanceof GroupElement group) {
            return quantifier(group).filter(found -> !isExact(found)).isPresent()
                    || collected(group).isEmpty() && goesOn(group.element());
        }
        return isOpen(last);
    }

    /** Whether it can be laid out once for each round: nothing in it starts anew, varies in its rounds, or needs nothing. */
    static boolean isPlain(PatternElement element) {
        if (element instanceof EveryElement || element instanceof LogicalElement && needsNothing(element)) {
            return false;
        }
        if (element instanceof GroupElement group && collected(group).isEmpty()) {
            return quantifier(group).filter(found -> !isExact(found)).isEmpty() && isPlain(group.element());
        }
        return parts(element).allMatch(PatternShape::isPlain);
    }

    private static Stream<PatternElement> parts(PatternElement element) {
        if (element instanceof ChainElement chain) {
            return chain.elements().stream();
        }
        if (element instanceof LogicalElement logical) {
            return logical.elements().stream();
        }
        if (element instanceof EveryElement every) {
            return Stream.of(every.element());
        }
        return element instanceof GroupElement group ? Stream.of(group.element()) : Stream.of();
    }
}
