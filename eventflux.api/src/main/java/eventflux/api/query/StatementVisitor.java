package eventflux.api.query;

/**
 * One method for each kind of {@link Statement}.
 *
 * @param <R> what a visit answers
 */
public interface StatementVisitor<R> {

    /** Visits a stream definition. */
    R visitStreamDefinition(StreamDefinition streamDefinition);

    /** Visits a table definition. */
    R visitTableDefinition(TableDefinition tableDefinition);

    /** Visits a window definition. */
    R visitWindowDefinition(WindowDefinition windowDefinition);

    /** Visits a trigger definition. */
    R visitTriggerDefinition(TriggerDefinition triggerDefinition);

    /** Visits a function definition. */
    R visitFunctionDefinition(FunctionDefinition functionDefinition);

    /** Visits a aggregation definition. */
    R visitAggregationDefinition(AggregationDefinition aggregationDefinition);

    /** Visits a query statement. */
    R visitQueryStatement(QueryStatement queryStatement);

    /** Visits a partition statement. */
    R visitPartitionStatement(PartitionStatement partitionStatement);
}
