package eventflux.core.analyze.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.output.EventSelection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the rows of a query go.
 *
 * @param stream the stream; empty when only callbacks see them
 * @param events which rows
 * @param columns the columns that the author lists; empty for all
 * @param position where it stands
 */
public record OutputTarget(
        Optional<String> stream, EventSelection events, List<Name> columns, SourcePosition position) {

    public OutputTarget {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(position, "position");
        columns = List.copyOf(columns);
    }

    /** Whether rows that arrive are wanted. */
    boolean wantsCurrent() {
        return events != EventSelection.EXPIRED;
    }

    /** Whether rows that leave are wanted. */
    boolean wantsExpired() {
        return events != EventSelection.CURRENT;
    }
}
