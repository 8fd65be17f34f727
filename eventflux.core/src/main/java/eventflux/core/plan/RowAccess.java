package eventflux.core.plan;

/** How rows are found that others look up; prints itself for {@code explain}. */
public sealed interface RowAccess permits TableAccess, AggregationAccess {}
