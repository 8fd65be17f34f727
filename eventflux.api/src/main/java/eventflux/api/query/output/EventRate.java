package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * {@code output last every 4 events}.
 *
 * @param selection which rows
 * @param events after how many, 1 or more
 * @param position where it stands
 */
public record EventRate(RateSelection selection, long events, SourcePosition position) implements OutputRate {

    /** Checks the parts. */
    public EventRate {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(OutputRateVisitor<R> visitor) {
        return visitor.visitEventRate(this);
    }
}
