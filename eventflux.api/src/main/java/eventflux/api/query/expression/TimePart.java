package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.DurationUnit;
import eventflux.api.query.node.Node;
import java.util.Objects;

/**
 * An amount of one unit, such as {@code 25 min}.
 *
 * @param amount how many, 0 or more
 * @param unit of what
 * @param position where it stands
 */
public record TimePart(long amount, DurationUnit unit, SourcePosition position) implements Node {

    /** Checks the parts. */
    public TimePart {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(position, "position");
    }
}
