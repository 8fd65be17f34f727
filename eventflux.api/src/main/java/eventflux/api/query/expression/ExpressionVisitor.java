package eventflux.api.query.expression;

/**
 * One method for each kind of {@link Expression}.
 *
 * @param <R> what a visit answers
 */
public interface ExpressionVisitor<R> {

    /** Visits a number literal. */
    R visitNumberLiteral(NumberLiteral numberLiteral);

    /** Visits a string literal. */
    R visitStringLiteral(StringLiteral stringLiteral);

    /** Visits a boolean literal. */
    R visitBooleanLiteral(BooleanLiteral booleanLiteral);

    /** Visits a null literal. */
    R visitNullLiteral(NullLiteral nullLiteral);

    /** Visits a duration literal. */
    R visitDurationLiteral(DurationLiteral durationLiteral);

    /** Visits a column reference. */
    R visitColumnReference(ColumnReference columnReference);

    /** Visits a event reference. */
    R visitEventReference(EventReference eventReference);

    /** Visits a unary. */
    R visitUnary(Unary unary);

    /** Visits a binary. */
    R visitBinary(Binary binary);

    /** Visits a logical. */
    R visitLogical(Logical logical);

    /** Visits a call. */
    R visitCall(Call call);

    /** Visits a cast. */
    R visitCast(Cast cast);

    /** Visits a case. */
    R visitCase(Case caseExpression);

    /** Visits a extract. */
    R visitExtract(Extract extract);

    /** Visits a in list. */
    R visitInList(InList inList);

    /** Visits a in table. */
    R visitInTable(InTable inTable);

    /** Visits a between. */
    R visitBetween(Between between);

    /** Visits a like. */
    R visitLike(Like like);

    /** Visits a is null. */
    R visitIsNull(IsNull isNull);
}
