package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.node.Node;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code WITHIN 5 SECONDS} or {@code WITHIN 10 EVENTS}; exactly one of the two is there.
 *
 * @param duration how long a match may take
 * @param events over how many events it may reach
 * @param position where it stands
 */
public record PatternLimit(Optional<DurationLiteral> duration, OptionalLong events, SourcePosition position)
        implements Node {

    /** Checks the parts. */
    public PatternLimit {
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(position, "position");
        if (duration.isPresent() == events.isPresent()) {
            throw new IllegalArgumentException("a limit is either a duration or a number of events");
        }
    }
}
