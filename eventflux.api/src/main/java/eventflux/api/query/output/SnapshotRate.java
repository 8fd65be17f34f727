package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.DurationLiteral;
import java.util.Objects;

/**
 * {@code output snapshot every 5 sec}: what the window holds.
 *
 * @param period after how long
 * @param position where it stands
 */
public record SnapshotRate(DurationLiteral period, SourcePosition position) implements OutputRate {

    /** Checks the parts. */
    public SnapshotRate {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(OutputRateVisitor<R> visitor) {
        return visitor.visitSnapshotRate(this);
    }
}
