package eventflux.api.query.node;

import eventflux.api.error.SourcePosition;
import java.util.Objects;

/**
 * A name as the author wrote it, without quotes.
 *
 * @param text the name, its case kept
 * @param position where it stands
 */
public record Name(String text, SourcePosition position) implements Node {

    /** Checks the parts. */
    public Name {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(position, "position");
    }

    /** Whether two names are the same word, upper and lower case apart. */
    public boolean isSameWord(String other) {
        return text.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return text;
    }
}
