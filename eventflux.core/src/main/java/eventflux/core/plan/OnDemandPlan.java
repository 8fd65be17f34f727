package eventflux.core.plan;

import eventflux.core.resolved.BucketsAsked;
import eventflux.core.resolved.Expr;
import java.util.Optional;

/**
 * How a query runs once.
 *
 * @param source the table, window or aggregation that it reads; empty when it reads nothing
 * @param condition on the rows of the source, which are input 1; input 0 has no columns
 * @param asked which buckets, when it is an aggregation
 * @param isOneGroup whether its rows are one group, which gives a row also when there are none
 * @param query what those rows pass
 */
public record OnDemandPlan(
        Optional<String> source,
        Optional<Expr> condition,
        Optional<BucketsAsked> asked,
        boolean isOneGroup,
        QueryPlan query) {}
