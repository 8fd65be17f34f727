package eventflux.core.compile.code;

import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.resolved.ArithmeticOperator;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.List;

/** Expressions over one schema, written short. */
final class Exprs {

    private final Schema schema;

    Exprs(Schema schema) {
        this.schema = schema;
    }

    Expr column(String name) {
        int column = schema.indexOf(name);
        return new Expr.ColumnRef(0, column, schema.column(column).type(), name);
    }

    static Expr constant(Object value) {
        DataType type = switch (value.getClass().getSimpleName()) {
            case "Integer" -> DataType.INT;
            case "Long" -> DataType.LONG;
            case "Float" -> DataType.FLOAT;
            case "Double" -> DataType.DOUBLE;
            case "Boolean" -> DataType.BOOL;
            default -> DataType.STRING;
        };
        return new Expr.Constant(type, value);
    }

    static Expr arithmetic(Expr left, ArithmeticOperator operator, Expr right) {
        return new Expr.Arithmetic(operator, left, right, left.type());
    }

    static Expr compare(Expr left, ComparisonOperator operator, Expr right) {
        return new Truth.Comparison(operator, left, right, false);
    }

    static Expr and(Expr... operands) {
        return new Truth.Logical(true, List.of(operands), false);
    }

    static Expr or(Expr... operands) {
        return new Truth.Logical(false, List.of(operands), false);
    }
}
