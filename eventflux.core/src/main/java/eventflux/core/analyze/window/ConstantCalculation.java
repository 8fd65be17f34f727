package eventflux.core.analyze.window;

import eventflux.api.query.expression.Binary;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.NumberKind;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.expression.TimePart;
import eventflux.api.query.expression.Unary;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.DurationUnit;
import java.util.List;
import java.util.Optional;

/**
 * Computes arguments that are calculations with constants, as {@code 60 * 1000} or {@code 2 * 5 sec}. A duration counts as
 * its milliseconds and makes a sum, difference, product or quotient a duration again, but for the quotient of two.
 */
final class ConstantCalculation {

    private final Dialect dialect;

    ConstantCalculation(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The literal that an argument stands for; the argument itself where it is no calculation, or has no result. */
    Expression resultOf(Expression argument) {
        if (!(argument instanceof Binary || argument instanceof Unary)) {
            return argument;
        }
        try {
            return valueOf(argument)
                    .filter(value -> !value.isDuration() || value.number().longValue() >= 0)
                    .map(value -> value.at(argument))
                    .orElse(argument);
        } catch (ArithmeticException noResult) {
            return argument; // refused as what it is, with its place
        }
    }

    private Optional<Value> valueOf(Expression expression) {
        if (expression instanceof NumberLiteral literal) {
            return Optional.of(new Value(literal.value(), false));
        }
        if (expression instanceof DurationLiteral literal) {
            return Optional.of(new Value(literal.millis(), true));
        }
        if (expression instanceof Unary unary) {
            return valueOf(unary.operand()).flatMap(value -> signed(unary.operator(), value));
        }
        return expression instanceof Binary binary
                ? valueOf(binary.left())
                        .flatMap(left ->
                                valueOf(binary.right()).flatMap(right -> combined(binary.operator(), left, right)))
                : Optional.empty();
    }

    private Optional<Value> signed(Unary.Operator operator, Value value) {
        return switch (operator) {
            case PLUS -> Optional.of(value);
            case MINUS -> combined(BinaryOperator.SUBTRACT, new Value(0, value.isDuration()), value);
            case NOT -> Optional.empty();
        };
    }

    private Optional<Value> combined(BinaryOperator operator, Value left, Value right) {
        boolean isWhole = left.isWhole() && right.isWhole();
        boolean isDuration = left.isDuration() || right.isDuration();
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, REMAINDER, INTEGER_DIVIDE ->
                Optional.of(
                        isWhole
                                ? new Value(whole(operator, left.asLong(), right.asLong()), isDuration)
                                : new Value(real(operator, left.asDouble(), right.asDouble()), isDuration));
            case DIVIDE -> Optional.of(quotient(left, right, isWhole));
            default -> Optional.empty();
        };
    }

    private Value quotient(Value left, Value right, boolean isWhole) {
        boolean isDuration = left.isDuration() && !right.isDuration();
        boolean dividesWhole = isWhole && (isDuration || dialect == Dialect.CLASSIC);
        return dividesWhole
                ? new Value(whole(BinaryOperator.DIVIDE, left.asLong(), right.asLong()), isDuration)
                : new Value(real(BinaryOperator.DIVIDE, left.asDouble(), right.asDouble()), isDuration);
    }

    private static long whole(BinaryOperator operator, long left, long right) {
        return switch (operator) {
            case ADD -> Math.addExact(left, right);
            case SUBTRACT -> Math.subtractExact(left, right);
            case MULTIPLY -> Math.multiplyExact(left, right);
            case REMAINDER -> left % right;
            default -> left / right;
        };
    }

    private static double real(BinaryOperator operator, double left, double right) {
        double result = switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case REMAINDER -> left % right;
            case INTEGER_DIVIDE -> (double) (long) (left / right);
            default -> left / right;
        };
        if (!Double.isFinite(result)) {
            throw new ArithmeticException();
        }
        return result;
    }

    /** A number, or a duration in milliseconds. */
    private record Value(Number number, boolean isDuration) {

        boolean isWhole() {
            return number instanceof Integer || number instanceof Long;
        }

        long asLong() {
            return number.longValue();
        }

        double asDouble() {
            return number.doubleValue();
        }

        Expression at(Expression argument) {
            if (isDuration) {
                TimePart part = new TimePart(number.longValue(), DurationUnit.MILLISECOND, argument.position());
                return new DurationLiteral(List.of(part), argument.position());
            }
            boolean isInt = isWhole() && number.longValue() == number.intValue();
            if (isInt) {
                return literal(NumberKind.INT, number.intValue(), argument);
            }
            return isWhole()
                    ? literal(NumberKind.LONG, number.longValue(), argument)
                    : literal(NumberKind.DOUBLE, number.doubleValue(), argument);
        }

        private static NumberLiteral literal(NumberKind kind, Number value, Expression argument) {
            return new NumberLiteral(kind, value, value.toString(), argument.position());
        }
    }
}
