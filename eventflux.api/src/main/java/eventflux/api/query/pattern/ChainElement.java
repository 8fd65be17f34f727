package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Objects;

/**
 * Elements one after another: {@code a -> b -> c}, in classic sequences {@code a, b, c}.
 *
 * @param elements the elements in their order, at least two
 * @param position where it stands
 */
public record ChainElement(List<PatternElement> elements, SourcePosition position) implements PatternElement {

    /** Checks the parts and copies the lists. */
    public ChainElement {
        Objects.requireNonNull(position, "position");
        elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(PatternElementVisitor<R> visitor) {
        return visitor.visitChainElement(this);
    }
}
