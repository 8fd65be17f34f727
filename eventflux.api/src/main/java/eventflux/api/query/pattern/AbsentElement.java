package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.DurationLiteral;
import java.util.Objects;
import java.util.Optional;

/**
 * That an event does not come: {@code not B[v > 3] for 5 sec}.
 *
 * @param absent the event that must not come
 * @param duration how long it must not come; until the other side of a logical element when empty
 * @param position where it stands
 */
public record AbsentElement(EventElement absent, Optional<DurationLiteral> duration, SourcePosition position)
        implements PatternElement {

    /** Checks the parts. */
    public AbsentElement {
        Objects.requireNonNull(absent, "absent");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(PatternElementVisitor<R> visitor) {
        return visitor.visitAbsentElement(this);
    }
}
