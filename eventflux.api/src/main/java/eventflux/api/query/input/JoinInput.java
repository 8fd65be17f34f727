package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Objects;

/**
 * Inputs that are joined, from left to right.
 *
 * @param first the leftmost input
 * @param joins the others, at least one
 * @param position where it stands
 */
public record JoinInput(Input first, List<Join> joins, SourcePosition position) implements Input {

    /** Checks the parts and copies the lists. */
    public JoinInput {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(position, "position");
        joins = List.copyOf(joins);
    }

    @Override
    public <R> R accept(InputVisitor<R> visitor) {
        return visitor.visitJoinInput(this);
    }
}
