package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Objects;

/**
 * One of several.
 *
 * @param choices the choices in their order, at least two
 * @param position where it stands
 */
public record RowAlternation(List<RowPattern> choices, SourcePosition position) implements RowPattern {

    /** Checks the parts and copies the lists. */
    public RowAlternation {
        Objects.requireNonNull(position, "position");
        choices = List.copyOf(choices);
    }

    @Override
    public <R> R accept(RowPatternVisitor<R> visitor) {
        return visitor.visitRowAlternation(this);
    }
}
