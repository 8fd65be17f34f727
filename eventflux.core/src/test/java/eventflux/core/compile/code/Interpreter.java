package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.text.DecimalText;
import eventflux.core.operator.EvalContext;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ExprVisitor;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowView;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Evaluates expressions one node after another, on boxed values; the measure for generated code. */
final class Interpreter implements ExprVisitor<Object> {

    private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal INT_MIN = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);

    private final RowView row;
    private final EvalContext context;
    private final List<Aggregator> aggregators;
    private Object kept; // of the expression around that keeps one

    Interpreter(RowView row, EvalContext context, List<Aggregator> aggregators) {
        this.row = row;
        this.context = context;
        this.aggregators = aggregators;
    }

    Object evaluate(Expr expression) {
        return expression.accept(this);
    }

    boolean isTrue(Expr condition) {
        return Boolean.TRUE.equals(evaluate(condition));
    }

    @Override
    public Object visitConstant(Expr.Constant constant) {
        return constant.value();
    }

    @Override
    public Object visitColumnRef(Expr.ColumnRef column) {
        return row.get(column.column());
    }

    @Override
    public Object visitArithmetic(Expr.Arithmetic arithmetic) {
        Object left = evaluate(arithmetic.left());
        Object right = left == null ? null : evaluate(arithmetic.right());
        if (left == null || right == null) {
            return null;
        }
        return switch (arithmetic.type()) {
            case INT, LONG -> whole(arithmetic, ((Number) left).longValue(), ((Number) right).longValue());
            case FLOAT -> floating(arithmetic, (Float) left, (Float) right);
            default -> floating(arithmetic, (Double) left, (Double) right);
        };
    }

    private static Object whole(Expr.Arithmetic arithmetic, long left, long right) {
        BigInteger a = BigInteger.valueOf(left);
        BigInteger b = BigInteger.valueOf(right);
        BigInteger result = switch (arithmetic.operator()) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> right == 0 ? null : a.divide(b);
            case REMAINDER -> right == 0 ? null : a.remainder(b);
        };
        if (result == null) {
            return null;
        }
        return arithmetic.type() == DataType.INT ? (Object) result.intValueExact() : (Object) result.longValueExact();
    }

    private static Object floating(Expr.Arithmetic arithmetic, float left, float right) {
        return switch (arithmetic.operator()) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> right == 0 ? null : (Object) (left / right);
            case REMAINDER -> right == 0 ? null : (Object) (left % right);
        };
    }

    private static Object floating(Expr.Arithmetic arithmetic, double left, double right) {
        return switch (arithmetic.operator()) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> right == 0 ? null : (Object) (left / right);
            case REMAINDER -> right == 0 ? null : (Object) (left % right);
        };
    }

    @Override
    public Object visitNegate(Expr.Negate negate) {
        Object value = evaluate(negate.operand());
        if (value instanceof Integer number) {
            return Math.negateExact(number);
        }
        if (value instanceof Long number) {
            return Math.negateExact(number);
        }
        if (value instanceof Float number) {
            return -number;
        }
        return value == null ? null : (Object) (-(Double) value);
    }

    @Override
    public Object visitComparison(Truth.Comparison comparison) {
        Object left = evaluate(comparison.left());
        Object right = left == null ? null : evaluate(comparison.right());
        if (left == null || right == null) {
            return comparison.nullIsFalse() ? false : null;
        }
        if (left instanceof Double || left instanceof Float) {
            return ordered(comparison, ((Number) left).doubleValue(), ((Number) right).doubleValue());
        }
        int order = order(left, right);
        return switch (comparison.operator()) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private static boolean ordered(Truth.Comparison comparison, double left, double right) {
        return switch (comparison.operator()) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
        };
    }

    private static int order(Object left, Object right) {
        if (left instanceof String text) {
            return Arrays.compare(
                    text.codePoints().toArray(), ((String) right).codePoints().toArray());
        }
        if (left instanceof Boolean truth) {
            return truth.compareTo((Boolean) right);
        }
        return Long.compare(((Number) left).longValue(), ((Number) right).longValue());
    }

    @Override
    public Object visitLogical(Truth.Logical logical) {
        boolean isOpen = false;
        for (Expr operand : logical.operands()) {
            Object value = evaluate(operand);
            if (value == null && !logical.nullIsFalse()) {
                isOpen = true;
            } else if (Boolean.TRUE.equals(value) != logical.conjunction()) {
                return !logical.conjunction();
            }
        }
        return isOpen ? null : logical.conjunction();
    }

    @Override
    public Object visitNot(Truth.Not not) {
        Object value = evaluate(not.operand());
        if (value == null) {
            return not.nullIsTrue() ? true : null;
        }
        return !(Boolean) value;
    }

    @Override
    public Object visitIsNull(Truth.IsNull isNull) {
        return evaluate(isNull.operand()) == null;
    }

    @Override
    public Object visitWiden(Expr.Widen widen) {
        Object value = evaluate(widen.operand());
        if (value == null || widen.type() == DataType.OBJECT || widen.operand().type() == widen.type()) {
            return value;
        }
        Number number = (Number) value;
        return switch (widen.type()) {
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            default -> number.doubleValue();
        };
    }

    @Override
    public Object visitIsOfType(Truth.IsOfType isOfType) {
        Object value = evaluate(isOfType.operand());
        return value != null && typeOf(value) == isOfType.tested();
    }

    @Override
    public Object visitConvert(Expr.Convert convert) {
        Object value = evaluate(convert.operand());
        if (value == null || convert.operand().type() == convert.type() || convert.type() == DataType.OBJECT) {
            return value;
        }
        if (convert.operand().type() == DataType.OBJECT && convert.type() != DataType.STRING) {
            return typeOf(value) == convert.type() ? value : null;
        }
        return switch (convert.type()) {
            case STRING -> text(value);
            case BOOL -> truth(value);
            default -> number(value, convert.type());
        };
    }

    private static DataType typeOf(Object value) {
        return switch (value.getClass().getSimpleName()) {
            case "Integer" -> DataType.INT;
            case "Long" -> DataType.LONG;
            case "Float" -> DataType.FLOAT;
            case "Double" -> DataType.DOUBLE;
            case "Boolean" -> DataType.BOOL;
            default -> DataType.STRING;
        };
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return DecimalText.of(number);
        }
        return value instanceof Float number ? DecimalText.of(number) : value.toString();
    }

    private static Object truth(Object value) {
        if (value instanceof String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (Set.of("true", "1", "yes").contains(word)) {
                return true;
            }
            return Set.of("false", "0", "no").contains(word) ? false : null;
        }
        return ((Number) value).doubleValue() != 0;
    }

    private static Object number(Object value, DataType type) {
        if (value instanceof Boolean truth) {
            return number(truth ? 1 : 0, type);
        }
        if (value instanceof String text) {
            return parsed(text.strip(), type);
        }
        double decimal = ((Number) value).doubleValue();
        if (!type.isInteger()) {
            return rounded((Number) value, type);
        }
        if (Double.isNaN(decimal) || Double.isInfinite(decimal)) {
            return null;
        }
        boolean isWhole = value instanceof Long || value instanceof Integer;
        return fitted(isWhole ? BigDecimal.valueOf(((Number) value).longValue()) : new BigDecimal(decimal), type);
    }

    private static Object rounded(Number value, DataType type) {
        if (type == DataType.DOUBLE) {
            return value.doubleValue();
        }
        boolean overflows = Float.isInfinite(value.floatValue()) && !Double.isInfinite(value.doubleValue());
        return overflows ? null : (Object) value.floatValue();
    }

    private static Object fitted(BigDecimal number, DataType type) {
        BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
        if (type == DataType.INT) {
            return whole.compareTo(INT_MIN) >= 0 && whole.compareTo(INT_MAX) <= 0 ? (Object) whole.intValue() : null;
        }
        return whole.compareTo(LONG_MIN) >= 0 && whole.compareTo(LONG_MAX) <= 0 ? (Object) whole.longValue() : null;
    }

    private static Object parsed(String text, DataType type) {
        if (type.isInteger()) {
            return text.matches("[+-]?[0-9]+") ? fitted(new BigDecimal(text), type) : null;
        }
        if (text.matches("[+-]?(NaN|Infinity)")) {
            return rounded(Double.valueOf(text), type);
        }
        if (!text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
            return null;
        }
        Number number = type == DataType.FLOAT ? (Number) Float.valueOf(text) : (Number) Double.valueOf(text);
        return Double.isInfinite(number.doubleValue()) ? null : number;
    }

    @Override
    public Object visitChoice(Expr.Choice choice) {
        for (int i = 0; i < choice.conditions().size(); i++) {
            if (isTrue(choice.conditions().get(i))) {
                return evaluate(choice.values().get(i));
            }
        }
        return evaluate(choice.values().get(choice.conditions().size()));
    }

    @Override
    public Object visitOnce(Expr.Once once) {
        Object around = kept;
        kept = evaluate(once.operand());
        Object result = evaluate(once.body());
        kept = around;
        return result;
    }

    @Override
    public Object visitAgain(Expr.Again again) {
        return kept;
    }

    @Override
    public Object visitCoalesce(Expr.Coalesce coalesce) {
        for (Expr operand : coalesce.operands()) {
            Object value = evaluate(operand);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public Object visitCall(Expr.Call call) {
        MethodHandle handle = call.function().handle();
        List<Object> arguments = new ArrayList<>();
        if (call.function().takesContext()) {
            arguments.add(context.at(row.timestamp()));
        }
        int first = arguments.size();
        int last = handle.type().parameterCount() - 1;
        for (int i = 0; i < call.arguments().size(); i++) {
            Object value = evaluate(call.arguments().get(i));
            boolean isRest = call.function().variadic() && first + i >= last;
            Class<?> parameter = handle.type().parameterType(isRest ? last : first + i);
            Class<?> taken = isRest ? parameter.getComponentType() : parameter;
            if (value == null && (taken.isPrimitive() || taken == String.class)) {
                return null;
            }
            arguments.add(value);
        }
        return invoke(handle, call.function().variadic() ? packed(arguments, handle) : arguments);
    }

    private static List<Object> packed(List<Object> arguments, MethodHandle handle) {
        int last = handle.type().parameterCount() - 1;
        List<Object> rest = arguments.subList(last, arguments.size());
        Object array = Array.newInstance(handle.type().parameterType(last).getComponentType(), rest.size());
        for (int i = 0; i < rest.size(); i++) {
            Array.set(array, i, rest.get(i));
        }
        List<Object> packed = new ArrayList<>(arguments.subList(0, last));
        packed.add(array);
        return packed;
    }

    private static Object invoke(MethodHandle handle, List<Object> arguments) {
        try {
            return handle.asFixedArity().invokeWithArguments(arguments);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object visitAggregateRef(Expr.AggregateRef aggregate) {
        Aggregator aggregator = aggregators.get(aggregate.index());
        if (aggregator.isNull()) {
            return null;
        }
        return switch (aggregate.type()) {
            case INT -> (int) aggregator.getLong();
            case LONG -> aggregator.getLong();
            case BOOL -> aggregator.getLong() != 0;
            case FLOAT -> (float) aggregator.getDouble();
            default -> aggregator.getDouble();
        };
    }

    @Override
    public Object visitEventTimestamp(Expr.EventTimestamp eventTimestamp) {
        return row.timestamp();
    }

    @Override
    public Object visitNow(Expr.Now now) {
        return context.now();
    }

    @Override
    public Object visitInTable(Truth.InTable inTable) {
        throw new UnsupportedOperationException("no tables");
    }
}
