package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.core.resolved.Expr;
import java.util.List;
import java.util.Optional;

/**
 * Brings values to the type that they are wanted in. Numbers widen in the order INT, LONG, FLOAT, DOUBLE, everything widens to
 * OBJECT, and the word {@code null} takes every type. Constants are converted at once.
 */
public final class Widening {

    private Widening() {}

    /** Whether it is the word {@code null}, whose type nothing has said yet. */
    public static boolean isUntypedNull(Expr value) {
        return value instanceof Expr.Constant constant
                && constant.value() == null
                && constant.type() == DataType.OBJECT;
    }

    /** Whether a value may stand where a type is wanted. */
    public static boolean fits(Expr value, DataType type) {
        return isUntypedNull(value) || value.type().widensTo(type);
    }

    /** The value in a type that it {@linkplain #fits fits}. */
    public static Expr to(Expr value, DataType type) {
        if (value.type() == type) {
            return value;
        }
        if (value instanceof Expr.Constant constant && (constant.value() == null || type != DataType.OBJECT)) {
            return new Expr.Constant(type, constant.value() == null ? null : widened(constant, type));
        }
        return new Expr.Widen(value, type);
    }

    /** The values in a type that they all fit. */
    public static List<Expr> allTo(List<Expr> values, DataType type) {
        return values.stream().map(value -> to(value, type)).toList();
    }

    /** The narrowest type that all values fit; empty when there is none, or when all are null. */
    public static Optional<DataType> common(List<Expr> values) {
        DataType common = null;
        for (Expr value : values) {
            DataType type = value.type();
            if (isUntypedNull(value) || type == common) {
                continue;
            }
            if (common == null) {
                common = type;
            } else if (common.isNumeric() && type.isNumeric()) {
                common = OperatorTypes.wider(common, type);
            } else {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(common);
    }

    private static Object widened(Expr.Constant constant, DataType type) {
        Number number = (Number) constant.value();
        return switch (type) {
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            default -> throw new IllegalArgumentException(constant.type() + " does not widen to " + type);
        };
    }
}
