package eventflux.core.analyze.pattern;

import eventflux.api.query.pattern.EventElement;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.resolved.ResolvedPattern.Absence;
import eventflux.core.resolved.ResolvedPattern.Quantity;
import java.util.Optional;

/**
 * An event of a pattern before its condition is resolved.
 *
 * @param element as the author wrote it
 * @param columns of its stream
 * @param step the step that it belongs to
 * @param leaf its place in that step
 * @param quantity how many of it
 * @param absence that it must not come, if so
 */
record PatternEvent(
        EventElement element, StreamColumns columns, int step, int leaf, Quantity quantity, Optional<Absence> absence) {

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
