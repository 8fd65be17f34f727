package eventflux.api.query;

import eventflux.api.query.select.Query;
import java.util.Objects;

/**
 * A query that runs, or one on demand.
 *
 * @param header annotations, dialect and place
 * @param query the query
 */
public record QueryStatement(StatementHeader header, Query query) implements Statement {

    /** Checks the parts. */
    public QueryStatement {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(query, "query");
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitQueryStatement(this);
    }
}
