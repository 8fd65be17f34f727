package eventflux.core.analyze.pattern;

import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.pattern.AbsentElement;
import eventflux.api.query.pattern.EventElement;
import eventflux.api.query.pattern.PatternLimit;
import eventflux.api.query.pattern.Quantifier;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.pattern.PatternEvent.Place;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.ResolvedPattern.Absence;
import eventflux.core.resolved.ResolvedPattern.Quantity;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Makes the events of a pattern, with their numbers and times; reports what is wrong with those. */
final class PatternEvents {

    private final Function<StreamName, StreamColumns> streams;
    private final ProblemLog problems;

    PatternEvents(Function<StreamName, StreamColumns> streams, ProblemLog problems) {
        this.streams = streams;
        this.problems = problems;
    }

    /** An event that has to come. */
    PatternEvent event(EventElement element, Optional<Quantifier> quantifier, Place place) {
        return event(element, quantifier.map(this::quantity).orElse(Quantity.ONE), Optional.empty(), place);
    }

    /** An event that must not come. */
    PatternEvent absent(AbsentElement element, Place place) {
        long millis = element.duration().flatMap(this::millis).orElse(0L);
        element.absent()
                .quantifier()
                .ifPresent(quantifier ->
                        problems.reportUnsupported("a quantifier of an absent event", quantifier.position()));
        return event(element.absent(), Quantity.ONE, Optional.of(new Absence(millis)), place);
    }

    private PatternEvent event(EventElement element, Quantity quantity, Optional<Absence> absence, Place place) {
        return new PatternEvent(element, streams.apply(element.stream()), place, quantity, absence);
    }

    /** How often something comes. */
    Quantity quantity(Quantifier quantifier) {
        Quantity quantity = new Quantity(quantifier.min(), quantifier.max());
        if (quantifier.max().equals(OptionalInt.of(0))) {
            problems.report(AnalysisError.WRONG_QUANTIFIER, quantifier.position(), "quantifier", quantity);
        }
        return quantity;
    }

    /** How long a limit lets something take. */
    Optional<Long> millis(PatternLimit limit) {
        if (limit.duration().isEmpty()) {
            problems.reportUnsupported("WITHIN … EVENTS", limit.position());
        }
        return limit.duration().flatMap(this::millis);
    }

    private Optional<Long> millis(DurationLiteral duration) {
        try {
            return Optional.of(duration.millis());
        } catch (ArithmeticException e) {
            problems.report(AnalysisError.NUMBER_TOO_LARGE, duration.position());
            return Optional.empty();
        }
    }

    /** An absence that nothing ends. */
    void reportEndless(AbsentElement element) {
        problems.report(
                AnalysisError.ENDLESS_ABSENCE,
                element.position(),
                "stream",
                element.absent().stream().qualified());
    }
}
