package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;

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
        return value.type() == DataType.OBJECT ? ofObject(value, type) : new Expr.Convert(value, type);
    }

    private static Expr truthOf(Expr text) {
        Expr no = new Expr.Constant(DataType.BOOL, false);
        Expr known = new Expr.Coalesce(List.of(new Expr.Convert(text, DataType.BOOL), no), DataType.BOOL);
        Expr unknown = new Expr.Constant(DataType.BOOL, null);
        return new Expr.Choice(List.of(new Truth.IsNull(text)), List.of(unknown, known), DataType.BOOL);
    }

    /** What the object holds, where it is of the type or of one that widens to it. */
    private static Expr ofObject(Expr value, DataType type) {
        List<Expr> candidates = new ArrayList<>();
        candidates.add(new Expr.Convert(value, type));
        for (DataType narrower : DataType.values()) {
            if (narrower != type && narrower.isNumeric() && narrower.widensTo(type)) {
                candidates.add(Widening.to(new Expr.Convert(value, narrower), type));
            }
        }
        return candidates.size() == 1 ? candidates.get(0) : new Expr.Coalesce(candidates, type);
    }

    /**
     * {@code convert(x, 'type')}, which differs from a cast where BOOL is made: of numbers only 1 is true, and in the classic
     * dialect every text is false that does not say something else.
     */
    static Expr convert(Expr value, DataType type, boolean isClassic) {
        if (isClassic && type == DataType.BOOL && value.type() == DataType.STRING) {
            return truthOf(value);
        }
        boolean isNumberToBool = type == DataType.BOOL && value.type().isNumeric();
        if (!isNumberToBool || Unresolved.is(value)) {
            return cast(value, type);
        }
        Expr one = Widening.to(new Expr.Constant(DataType.INT, 1), value.type());
        return new Truth.Comparison(ComparisonOperator.EQUAL, value, one, false);
    }
}
