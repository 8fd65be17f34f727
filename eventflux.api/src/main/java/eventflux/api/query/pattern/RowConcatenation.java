package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Objects;

/**
 * Rows one after another.
 *
 * @param parts the parts in their order, at least two
 * @param position where it stands
 */
public record RowConcatenation(List<RowPattern> parts, SourcePosition position) implements RowPattern {

    /** Checks the parts and copies the lists. */
    public RowConcatenation {
        Objects.requireNonNull(position, "position");
        parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(RowPatternVisitor<R> visitor) {
        return visitor.visitRowConcatenation(this);
    }
}
