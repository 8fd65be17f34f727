package eventflux.api.query.output;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import java.util.List;
import java.util.Objects;

/**
 * {@code insert into S}.
 *
 * @param events which rows
 * @param target the stream, table or window
 * @param columns the columns in parentheses; empty for all
 * @param position where it stands
 */
public record InsertInto(EventSelection events, StreamName target, List<Name> columns, SourcePosition position)
        implements OutputAction {

    /** Checks the parts and copies the lists. */
    public InsertInto {
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(position, "position");
        columns = List.copyOf(columns);
    }

    @Override
    public <R> R accept(OutputActionVisitor<R> visitor) {
        return visitor.visitInsertInto(this);
    }
}
