package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * {@code every x}: starts anew for each match of its element.
 *
 * @param element what is matched again and again
 * @param position where it stands
 */
public record EveryElement(PatternElement element, SourcePosition position) implements PatternElement {

    /** Checks the parts. */
    public EveryElement {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(PatternElementVisitor<R> visitor) {
        return visitor.visitEveryElement(this);
    }
}
