package eventflux.api.query.expression;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Node;
import java.util.Objects;

/**
 * Which event of a collected pattern element: {@code [0]}, {@code [last]}, {@code [last-1]}.
 *
 * @param anchor from which end it counts
 * @param offset how far from that end, 0 or more
 * @param position where it stands
 */
public record EventIndex(Anchor anchor, int offset, SourcePosition position) implements Node {

    /** Checks the parts. */
    public EventIndex {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(position, "position");
    }

    /** From which end an index counts. */
    public enum Anchor {
        /** From the first event. */
        FIRST,
        /** Back from the last event. */
        LAST
    }
}
