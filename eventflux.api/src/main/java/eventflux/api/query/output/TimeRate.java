package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.DurationLiteral;
import java.util.Objects;

/**
 * {@code output first every 5 sec}.
 *
 * @param selection which rows
 * @param period after how long
 * @param position where it stands
 */
public record TimeRate(RateSelection selection, DurationLiteral period, SourcePosition position) implements OutputRate {

    /** Checks the parts. */
    public TimeRate {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(OutputRateVisitor<R> visitor) {
        return visitor.visitTimeRate(this);
    }
}
