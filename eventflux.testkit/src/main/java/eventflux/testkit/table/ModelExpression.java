package eventflux.testkit.table;

import eventflux.api.event.DataType;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreExpressionVisitor;
import java.util.List;

/** Works an expression out over boxed values, as its description says and in the plainest way. Null is unknown. */
final class ModelExpression implements StoreExpressionVisitor<Object> {

    private final List<Object> row;
    private final List<Object> parameters;

    /** Over a row of the table and a row of parameters. */
    ModelExpression(List<Object> row, List<Object> parameters) {
        this.row = row;
        this.parameters = parameters;
    }

    /** The value. */
    Object value(StoreExpression expression) {
        return expression.accept(this);
    }

    @Override
    public Object visitColumn(StoreExpression.Column column) {
        return row.get(column.index());
    }

    @Override
    public Object visitParameter(StoreExpression.Parameter parameter) {
        return parameters.get(parameter.index());
    }

    @Override
    public Object visitConstant(StoreExpression.Constant constant) {
        return constant.value();
    }

    @Override
    public Object visitComparison(StoreExpression.Comparison comparison) {
        Object left = value(comparison.left());
        Object right = value(comparison.right());
        if (left == null || right == null) {
            return null;
        }
        int order = compare(left, right);
        return switch (comparison.operator()) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private static int compare(Object left, Object right) {
        if (left instanceof String text) {
            return compareCodePoints(text, (String) right);
        }
        if (left instanceof Boolean truth) {
            return truth.compareTo((Boolean) right);
        }
        boolean isWhole = isWhole(left) && isWhole(right);
        return isWhole
                ? Long.compare(((Number) left).longValue(), ((Number) right).longValue())
                : Double.compare(((Number) left).doubleValue(), ((Number) right).doubleValue());
    }

    private static int compareCodePoints(String left, String right) {
        int[] ours = left.codePoints().toArray();
        int[] theirs = right.codePoints().toArray();
        return java.util.Arrays.compare(ours, theirs);
    }

    private static boolean isWhole(Object number) {
        return number instanceof Integer || number instanceof Long;
    }

    @Override
    public Object visitLogical(StoreExpression.Logical logical) {
        boolean decides = !logical.conjunction();
        Object result = logical.conjunction();
        for (StoreExpression operand : logical.operands()) {
            Object truth = value(operand);
            if (truth == null) {
                result = null;
            } else if ((Boolean) truth == decides) {
                return decides;
            }
        }
        return result;
    }

    @Override
    public Object visitNot(StoreExpression.Not not) {
        Object truth = value(not.operand());
        return truth == null ? null : !(Boolean) truth;
    }

    @Override
    public Object visitIsNull(StoreExpression.IsNull isNull) {
        return value(isNull.operand()) == null;
    }

    @Override
    public Object visitArithmetic(StoreExpression.Arithmetic arithmetic) {
        Object left = value(arithmetic.left());
        Object right = value(arithmetic.right());
        if (left == null || right == null) {
            return null;
        }
        return arithmetic.type().isInteger()
                ? whole(arithmetic, ((Number) left).longValue(), ((Number) right).longValue())
                : real(arithmetic, ((Number) left).doubleValue(), ((Number) right).doubleValue());
    }

    private static Object whole(StoreExpression.Arithmetic arithmetic, long left, long right) {
        boolean divides = "/%".contains(arithmetic.operator().symbol());
        if (divides && right == 0) {
            return null;
        }
        long result = switch (arithmetic.operator()) {
            case ADD -> Math.addExact(left, right);
            case SUBTRACT -> Math.subtractExact(left, right);
            case MULTIPLY -> Math.multiplyExact(left, right);
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
        };
        return cast(result, arithmetic.type());
    }

    private static Object real(StoreExpression.Arithmetic arithmetic, double left, double right) {
        boolean divides = "/%".contains(arithmetic.operator().symbol());
        if (divides && right == 0) {
            return null;
        }
        double result = switch (arithmetic.operator()) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
        };
        return cast(result, arithmetic.type());
    }

    /** A number as one of a type. */
    static Object cast(Object value, DataType type) {
        if (!(value instanceof Number number)) {
            return value;
        }
        return switch (type) {
            case INT -> Math.toIntExact(number.longValue());
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            default -> value;
        };
    }
}
