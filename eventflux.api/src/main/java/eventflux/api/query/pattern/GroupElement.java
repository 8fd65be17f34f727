package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import java.util.Objects;
import java.util.Optional;

/**
 * A pattern in parentheses.
 *
 * @param element what stands inside
 * @param quantifier how often it repeats; once when empty
 * @param within a limit for this part
 * @param position where it stands
 */
public record GroupElement(
        PatternElement element, Optional<Quantifier> quantifier, Optional<PatternLimit> within, SourcePosition position)
        implements PatternElement {

    /** Checks the parts. */
    public GroupElement {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(quantifier, "quantifier");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(position, "position");
    }

    @Override
    public <R> R accept(PatternElementVisitor<R> visitor) {
        return visitor.visitGroupElement(this);
    }
}
