package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.stream.StreamHandler;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A stream, table, named window, trigger or named query.
 *
 * @param stream its name
 * @param alias how expressions call it
 * @param handlers filters, functions and the window, in their order
 * @param position where it stands
 */
public record StreamInput(
        StreamName stream, Optional<Name> alias, List<StreamHandler> handlers, SourcePosition position)
        implements Input {

    /** Checks the parts and copies the lists. */
    public StreamInput {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(position, "position");
        handlers = List.copyOf(handlers);
    }

    @Override
    public <R> R accept(InputVisitor<R> visitor) {
        return visitor.visitStreamInput(this);
    }
}
