package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.Node;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the search goes on after a match.
 *
 * @param place the place
 * @param variable the variable whose first or last row is meant
 * @param position where it stands
 */
public record MatchSkip(Place place, Optional<Name> variable, SourcePosition position) implements Node {

    /** Checks the parts. */
    public MatchSkip {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(variable, "variable");
        Objects.requireNonNull(position, "position");
    }

    /** Places to go on from. */
    public enum Place {
        /** Behind the last row of the match. */
        PAST_LAST_ROW,
        /** At the row after the first one of the match. */
        TO_NEXT_ROW,
        /** At the first row of a variable. */
        TO_FIRST,
        /** At the last row of a variable. */
        TO_LAST
    }
}
