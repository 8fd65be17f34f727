package eventflux.api.spi.table;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One method for each kind of {@link StoreExpression}.
 *
 * @param <R> what a visit answers
 */
@ConsumerType
public interface StoreExpressionVisitor<R> {

    /** Visits a column of the table. */
    R visitColumn(StoreExpression.Column column);

    /** Visits a parameter. */
    R visitParameter(StoreExpression.Parameter parameter);

    /** Visits a constant. */
    R visitConstant(StoreExpression.Constant constant);

    /** Visits a comparison. */
    R visitComparison(StoreExpression.Comparison comparison);

    /** Visits a conjunction or disjunction. */
    R visitLogical(StoreExpression.Logical logical);

    /** Visits a negation. */
    R visitNot(StoreExpression.Not not);

    /** Visits a test for null. */
    R visitIsNull(StoreExpression.IsNull isNull);

    /** Visits arithmetic. */
    R visitArithmetic(StoreExpression.Arithmetic arithmetic);
}
