package eventflux.core.analyze.pattern;

import eventflux.api.query.pattern.EventElement;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.resolved.ResolvedPattern.Absence;
import eventflux.core.resolved.ResolvedPattern.Formula;
import eventflux.core.resolved.ResolvedPattern.Quantity;
import eventflux.core.resolved.ResolvedPattern.Turn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An event of a pattern before its condition is resolved.
 *
 * @param element as the author wrote it
 * @param columns of its stream
 * @param step the step that it belongs to
 * @param leaf its place in that step
 * @param quantity how many of it
 * @param absence that it must not come, if so
 * @param turn when it is waited for
 */
record PatternEvent(
        EventElement element,
        StreamColumns columns,
        int step,
        int leaf,
        Quantity quantity,
        Optional<Absence> absence,
        Turn turn) {

    /** The same when something else is complete, and something is not. */
    PatternEvent inTurn(List<Formula> after, Formula until) {
        List<Formula> allAfter =
                Stream.concat(after.stream(), turn.after().stream()).toList();
        List<Formula> allUntil =
                Stream.concat(turn.until().stream(), Stream.of(until)).toList();
        return new PatternEvent(element, columns, step, leaf, quantity, absence, new Turn(allAfter, allUntil));
    }

    /** How the author calls it: its alias, or else its stream. */
    String name() {
        return element.alias().map(alias -> alias.text()).orElse(streamName());
    }

    /** Its stream as the author calls it. */
    String streamName() {
        return element.stream().qualified();
    }

    boolean hasAlias() {
        return element.alias().isPresent();
    }

    boolean isAbsent() {
        return absence.isPresent();
    }

    boolean isCounted() {
        return !quantity.equals(Quantity.ONE);
    }
}
