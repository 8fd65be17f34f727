package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Node;
import java.util.List;
import java.util.Objects;

/**
 * The name of a type as written, such as {@code VARCHAR} or {@code double precision}.
 *
 * @param text the words, with one space between two
 * @param parameters the numbers in parentheses, as in {@code DECIMAL(10, 2)}
 * @param position where it stands
 */
public record TypeName(String text, List<Integer> parameters, SourcePosition position) implements Node {

    /** Checks the parts and copies the lists. */
    public TypeName {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(position, "position");
        parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
        return text;
    }
}
