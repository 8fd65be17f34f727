package eventflux.api.query;

import eventflux.api.query.definition.PartitionKey;
import java.util.List;
import java.util.Objects;

/**
 * Queries that have a state of their own for each key.
 *
 * @param header annotations, dialect and place
 * @param keys the key for each stream
 * @param queries the queries
 */
public record PartitionStatement(StatementHeader header, List<PartitionKey> keys, List<QueryStatement> queries)
        implements Statement {

    /** Checks the parts and copies the lists. */
    public PartitionStatement {
        Objects.requireNonNull(header, "header");
        keys = List.copyOf(keys);
        queries = List.copyOf(queries);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
        return visitor.visitPartitionStatement(this);
    }
}
