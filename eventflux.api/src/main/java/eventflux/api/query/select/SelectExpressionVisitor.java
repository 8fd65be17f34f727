package eventflux.api.query.select;

/**
 * One method for each kind of {@link SelectExpression}.
 *
 * @param <R> what a visit answers
 */
public interface SelectExpressionVisitor<R> {

    /** Visits a select. */
    R visitSelect(Select select);

    /** Visits a union. */
    R visitUnion(Union union);
}
