package eventflux.core.resolved;

import java.util.Objects;
import java.util.Optional;

/**
 * A query that runs once, over the rows that a table or a named window holds at that moment, or over one row without columns.
 *
 * @param source the table, window or aggregation that it reads; empty when it reads nothing
 * @param condition on the rows of the source, which are input 1; input 0 has no columns
 * @param asked which buckets, when it is an aggregation that it reads
 * @param isOneGroup whether its rows are one group, which gives a row also when there are none
 * @param query what is made of those rows: input 0 of its expressions
 */
public record OnDemandQuery(
        Optional<String> source,
        Optional<Expr> condition,
        Optional<BucketsAsked> asked,
        boolean isOneGroup,
        ResolvedQuery query) {

    /** Refuses missing parts. */
    public OnDemandQuery {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(query, "query");
    }
}
