package eventflux.core.analyze.expression;

import eventflux.core.resolved.Expr;
import java.util.ArrayList;
import java.util.List;

/** What a condition on a table asks of several rows: the columns of one row that is made of them, and asks the table. */
final class AskedColumns {

    private final List<Expr> asked = new ArrayList<>();

    /** The column of the row for a value of the others. */
    Expr ask(Expr value) {
        if (Unresolved.is(value) || value instanceof Expr.Constant) {
            return value;
        }
        int column = asked.indexOf(value);
        if (column < 0) {
            column = asked.size();
            asked.add(value);
        }
        return new Expr.ColumnRef(0, column, value.type(), value.toString());
    }

    /** The columns, over the others. */
    List<Expr> all() {
        return List.copyOf(asked);
    }
}
