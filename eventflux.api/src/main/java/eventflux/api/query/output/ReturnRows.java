package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * {@code return}: the rows go to the callbacks of the query only.
 *
 * @param events which rows
 * @param position where it stands
 */
public record ReturnRows(EventSelection events, SourcePosition position) implements OutputAction {

    /** Checks the parts. */
    public ReturnRows {
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(OutputActionVisitor<R> visitor) {
        return visitor.visitReturnRows(this);
    }
}
