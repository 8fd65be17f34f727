package eventflux.core.resolved;

/**
 * One method for each kind of {@link Expr}.
 *
 * @param <R> what a visit answers
 */
public interface ExprVisitor<R> {

    /** Visits a constant. */
    R visitConstant(Expr.Constant constant);

    /** Visits a column. */
    R visitColumnRef(Expr.ColumnRef columnRef);

    /** Visits arithmetic. */
    R visitArithmetic(Expr.Arithmetic arithmetic);

    /** Visits a negative. */
    R visitNegate(Expr.Negate negate);

    /** Visits a comparison. */
    R visitComparison(Truth.Comparison comparison);

    /** Visits a conjunction or disjunction. */
    R visitLogical(Truth.Logical logical);

    /** Visits a negation. */
    R visitNot(Truth.Not not);

    /** Visits a test for null. */
    R visitIsNull(Truth.IsNull isNull);

    /** Visits a widening. */
    R visitWiden(Expr.Widen widen);

    /** Visits a test of a type. */
    R visitIsOfType(Truth.IsOfType isOfType);

    /** Visits a conversion. */
    R visitConvert(Expr.Convert convert);

    /** Visits a choice. */
    R visitChoice(Expr.Choice choice);

    /** Visits what has an operand that is computed once. */
    R visitOnce(Expr.Once once);

    /** Visits that operand. */
    R visitAgain(Expr.Again again);

    /** Visits a coalescing. */
    R visitCoalesce(Expr.Coalesce coalesce);

    /** Visits a call. */
    R visitCall(Expr.Call call);

    /** Visits an aggregate. */
    R visitAggregateRef(Expr.AggregateRef aggregateRef);

    /** Visits the time of the row. */
    R visitEventTimestamp(Expr.EventTimestamp eventTimestamp);

    /** Visits the application's time. */
    R visitNow(Expr.Now now);

    /** Visits a test whether a table has a row. */
    R visitInTable(Truth.InTable inTable);
}
