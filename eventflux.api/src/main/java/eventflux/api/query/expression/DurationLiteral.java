package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Objects;

/**
 * A length of time: {@code 1 hour 25 min} or {@code INTERVAL '10' SECOND}.
 *
 * @param parts the amounts, at least one
 * @param position where it stands
 */
public record DurationLiteral(List<TimePart> parts, SourcePosition position) implements Expression {

    /** Checks the parts and copies the lists. */
    public DurationLiteral {
        Objects.requireNonNull(position, "position");
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a duration has at least one part");
        }
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitDurationLiteral(this);
    }

    /** The whole length; a month counts 30 days and a year 365. */
    public long millis() {
        long sum = 0;
        for (TimePart part : parts) {
            sum = Math.addExact(
                    sum, Math.multiplyExact(part.amount(), part.unit().millis()));
        }
        return sum;
    }
}
