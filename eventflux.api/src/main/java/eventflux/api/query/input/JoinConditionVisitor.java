package eventflux.api.query.input;

/**
 * One method for each kind of {@link JoinCondition}.
 *
 * @param <R> what a visit answers
 */
public interface JoinConditionVisitor<R> {

    /** Visits a on condition. */
    R visitOnCondition(OnCondition onCondition);

    /** Visits a using columns. */
    R visitUsingColumns(UsingColumns usingColumns);
}
