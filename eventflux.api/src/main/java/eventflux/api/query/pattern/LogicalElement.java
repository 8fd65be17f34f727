package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Logical;
import java.util.List;
import java.util.Objects;

/**
 * Several elements in any order, all of them or one of them.
 *
 * @param connective all or one
 * @param elements the elements as written, at least two
 * @param position where it stands
 */
public record LogicalElement(Logical.Connective connective, List<PatternElement> elements, SourcePosition position)
        implements PatternElement {

    /** Checks the parts and copies the lists. */
    public LogicalElement {
        Objects.requireNonNull(connective, "connective");
        Objects.requireNonNull(position, "position");
        elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(PatternElementVisitor<R> visitor) {
        return visitor.visitLogicalElement(this);
    }
}
