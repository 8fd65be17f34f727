package eventflux.api.query.input;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.node.Name;
import eventflux.api.query.select.Query;
import eventflux.api.query.stream.StreamHandler;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A query in parentheses: a subquery, or the classic anonymous stream.
 *
 * @param query the query
 * @param alias how expressions call it
 * @param handlers filters, functions and the window, in their order
 * @param position where it stands
 */
public record QueryInput(Query query, Optional<Name> alias, List<StreamHandler> handlers, SourcePosition position)
        implements Input {

    /** Checks the parts and copies the lists. */
    public QueryInput {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(alias, "alias");
        Objects.requireNonNull(position, "position");
        handlers = List.copyOf(handlers);
    }

    @Override
    public <R> R accept(InputVisitor<R> visitor) {
        return visitor.visitQueryInput(this);
    }
}
