package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.DurationLiteral;
import java.util.Objects;

/**
 * Again and again.
 *
 * @param period how often
 * @param position where it stands
 */
public record AtEvery(DurationLiteral period, SourcePosition position) implements TriggerTime {

    /** Checks the parts. */
    public AtEvery {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(TriggerTimeVisitor<R> visitor) {
        return visitor.visitAtEvery(this);
    }
}
