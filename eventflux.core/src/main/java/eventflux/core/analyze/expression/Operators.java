package eventflux.core.analyze.expression;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.event.DataType;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.resolved.ArithmeticOperator;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.List;
import java.util.Optional;

/** Builds what operators make of resolved operands, with the null rules of the dialect. */
final class Operators {

    private final ExpressionContext context;

    Operators(ExpressionContext context) {
        this.context = context;
    }

    /** Whether an operator works on two operands, as far as is known. */
    boolean applies(BinaryOperator operator, Expr left, Expr right) {
        boolean isUnknown =
                Unresolved.isAny(List.of(left, right)) || Widening.isUntypedNull(left) || Widening.isUntypedNull(right);
        return isUnknown
                || OperatorTypes.of(operator, left.type(), right.type(), context.dialect())
                        .isPresent();
    }

    /** An operator on two operands, or a problem. */
    Expr binary(BinaryOperator operator, Expr left, Expr right, SourcePosition position) {
        if (Unresolved.is(left) || Unresolved.is(right)) {
            return Unresolved.EXPR;
        }
        boolean isNullLeft = Widening.isUntypedNull(left);
        boolean isNullRight = Widening.isUntypedNull(right);
        if (operator.isComparison() && (isNullLeft || isNullRight)) {
            context.problems().report(AnalysisError.COMPARISON_WITH_NULL, position);
        }
        if (isNullLeft && isNullRight) {
            return operator.isComparison()
                    ? new Expr.Constant(DataType.BOOL, context.isClassic() ? Boolean.FALSE : null)
                    : refuse(AnalysisError.NULL_WITHOUT_TYPE, position);
        }
        DataType leftType = isNullLeft ? right.type() : left.type();
        DataType rightType = isNullRight ? left.type() : right.type();
        Optional<OperatorTypes.Operation> operation =
                OperatorTypes.of(operator, leftType, rightType, context.dialect());
        if (operation.isEmpty()) {
            return refuse(operator, leftType + " and " + rightType, position);
        }
        if (operator.isComparison() && left instanceof Expr.ColumnRef column && left.equals(right)) {
            context.problems().report(AnalysisError.COMPARED_WITH_ITSELF, position, "column", column.name());
        }
        return build(operator, left, right, operation.get());
    }

    private Expr build(BinaryOperator operator, Expr left, Expr right, OperatorTypes.Operation operation) {
        Expr widenedLeft = Widening.to(left, operation.operands());
        Expr widenedRight = Widening.to(right, operation.operands());
        return operator.isComparison()
                ? new Truth.Comparison(comparison(operator), widenedLeft, widenedRight, context.isClassic())
                : new Expr.Arithmetic(arithmetic(operator), widenedLeft, widenedRight, operation.result());
    }

    /** A BOOL value, or a problem. */
    Expr condition(Expr value, SourcePosition position) {
        if (Unresolved.is(value) || value.type() == DataType.BOOL) {
            return value;
        }
        if (Widening.isUntypedNull(value)) {
            return Widening.to(value, DataType.BOOL);
        }
        return refuse(AnalysisError.NOT_A_CONDITION, position, "type", value.type());
    }

    /** The opposite of a condition. */
    Expr not(Expr condition) {
        return Unresolved.is(condition) ? condition : new Truth.Not(condition, context.isClassic());
    }

    /** The condition, or its opposite. */
    Expr negatedIf(boolean isNegated, Expr condition) {
        return isNegated ? not(condition) : condition;
    }

    /** All conditions hold. */
    Expr all(List<Expr> conditions) {
        return logical(true, conditions);
    }

    /** One of the conditions holds. */
    Expr any(List<Expr> conditions) {
        return logical(false, conditions);
    }

    private Expr logical(boolean isConjunction, List<Expr> conditions) {
        if (Unresolved.isAny(conditions)) {
            return Unresolved.EXPR;
        }
        return conditions.size() == 1
                ? conditions.get(0)
                : new Truth.Logical(isConjunction, conditions, context.isClassic());
    }

    /** The number with the opposite sign, or a problem. */
    Expr negative(Expr operand, SourcePosition position) {
        Expr number = number(operand, position);
        return Unresolved.is(number) ? number : new Expr.Negate(number);
    }

    /** The number itself, or a problem. */
    Expr number(Expr operand, SourcePosition position) {
        if (Unresolved.is(operand) || operand.type().isNumeric()) {
            return operand;
        }
        return refuse(BinaryOperator.SUBTRACT, operand.type().name(), position);
    }

    private Expr refuse(BinaryOperator operator, String operands, SourcePosition position) {
        Problem problem = Problem.of(AnalysisError.WRONG_OPERANDS, "operator", operator.symbol(), "operands", operands)
                .at(position);
        boolean isJoining = operator == BinaryOperator.ADD && operands.contains(DataType.STRING.name());
        context.problems().add(isJoining ? problem.suggesting("concat(…)") : problem);
        return Unresolved.EXPR;
    }

    private Expr refuse(AnalysisError error, SourcePosition position, Object... namesAndValues) {
        context.problems().report(error, position, namesAndValues);
        return Unresolved.EXPR;
    }

    private static ComparisonOperator comparison(BinaryOperator operator) {
        return ComparisonOperator.valueOf(operator.name());
    }

    private static ArithmeticOperator arithmetic(BinaryOperator operator) {
        return operator == BinaryOperator.INTEGER_DIVIDE
                ? ArithmeticOperator.DIVIDE
                : ArithmeticOperator.valueOf(operator.name());
    }
}
