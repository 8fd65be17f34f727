package eventflux.api.query.definition;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * Once, when the application starts.
 *
 * @param position where it stands
 */
public record AtStart(SourcePosition position) implements TriggerTime {

    /** Checks the parts. */
    public AtStart {
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(TriggerTimeVisitor<R> visitor) {
        return visitor.visitAtStart(this);
    }
}
