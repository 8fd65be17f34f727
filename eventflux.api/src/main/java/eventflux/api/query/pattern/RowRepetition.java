package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * A part that repeats.
 *
 * @param part what repeats
 * @param quantifier how often
 * @param reluctant whether it takes as few rows as it can
 * @param position where it stands
 */
public record RowRepetition(RowPattern part, Quantifier quantifier, boolean reluctant, SourcePosition position)
        implements RowPattern {

    /** Checks the parts. */
    public RowRepetition {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(quantifier, "quantifier");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(RowPatternVisitor<R> visitor) {
        return visitor.visitRowRepetition(this);
    }
}
