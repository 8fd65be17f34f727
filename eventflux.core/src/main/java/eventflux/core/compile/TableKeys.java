package eventflux.core.compile;

import eventflux.api.event.DataType;
import eventflux.core.compile.code.Bindings;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.operator.table.CodeKey;
import eventflux.core.operator.table.CombinedKey;
import eventflux.core.operator.table.ExactKey;
import eventflux.core.operator.table.RowKey;
import eventflux.core.operator.table.SortedKey;
import eventflux.core.resolved.Expr;
import java.util.List;

/** Makes keys that indexes of tables are filled and asked with: of one type, wherever the value comes from. */
final class TableKeys {

    private final ExpressionCompiler code;
    private final Bindings bindings;

    /** For rows of one layout. */
    TableKeys(ExpressionCompiler code, Bindings bindings) {
        this.code = code;
        this.bindings = bindings;
    }

    /** A key of one value or several. */
    RowKey all(List<Expr> values) {
        return values.size() == 1
                ? one(values.get(0))
                : new CombinedKey(values.stream().map(this::one).toList());
    }

    /** A key of one value. */
    RowKey one(Expr value) {
        if (ExpressionCompiler.fitsLong(value, bindings.inputs())) {
            return new ExactKey(code.longKey(value, bindings));
        }
        if (value.type() == DataType.STRING) {
            return new CodeKey(code.groupKey(List.of(value), bindings), bindings.symbols());
        }
        return new SortedKey(code.groupKey(List.of(value), bindings), value.type() == DataType.FLOAT);
    }
}
