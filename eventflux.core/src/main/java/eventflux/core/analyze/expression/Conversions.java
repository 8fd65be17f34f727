package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;

/** Explicit conversions. What widens is widened; what already has the type stays as it is. */
final class Conversions {

    private Conversions() {}

    /** {@code CAST(x AS type)} and {@code cast(x, 'type')}. */
    static Expr cast(Expr value, DataType type) {
        if (Unresolved.is(value) || value.type() == type) {
            return value;
        }
        if (Widening.isUntypedNull(value) || value.type().widensTo(type)) {
            return Widening.to(value, type);
        }
        return new Expr.Convert(value, type);
    }

    /** {@code convert(x, 'type')}, which differs in one thing: only 1 is true. */
    static Expr convert(Expr value, DataType type) {
        boolean isNumberToBool = type == DataType.BOOL && value.type().isNumeric();
        if (!isNumberToBool || Unresolved.is(value)) {
            return cast(value, type);
        }
        Expr one = Widening.to(new Expr.Constant(DataType.INT, 1), value.type());
        return new Expr.Comparison(ComparisonOperator.EQUAL, value, one, false);
    }
}
