package eventflux.api.query.pattern;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Node;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How many: {@code <2:5>}, {@code {2,5}}, {@code +}, {@code *}, {@code ?}.
 *
 * @param min at least so many
 * @param max at most so many; no end when empty
 * @param spelling which of the forms the author used
 * @param position where it stands
 */
public record Quantifier(int min, OptionalInt max, Spelling spelling, SourcePosition position) implements Node {

    /** Checks the parts. */
    public Quantifier {
        Objects.requireNonNull(max, "max");
        Objects.requireNonNull(spelling, "spelling");
        Objects.requireNonNull(position, "position");
    }

    /** The forms that a quantifier may have. */
    public enum Spelling {
        /** {@code <2:5>}. */
        ANGLE,
        /** {@code {2,5}}. */
        BRACE,
        /** {@code +}, {@code *} or {@code ?}. */
        SYMBOL
    }
}
