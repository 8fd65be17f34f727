package eventflux.core.compile.store;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.api.spi.table.StoreExpression;
import eventflux.core.resolved.Expr;
import eventflux.core.row.RowLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of one search or change: expressions that the engine computes. One that comes twice is computed once.
 */
final class ParameterList {

    private final List<Expr> values = new ArrayList<>();

    /** The parameter that stands for an expression. */
    StoreExpression.Parameter of(Expr value) {
        int index = values.indexOf(value);
        if (index < 0) {
            index = values.size();
            values.add(value);
        }
        return new StoreExpression.Parameter(index, value.type());
    }

    /** What is computed, in order. */
    List<Expr> values() {
        return List.copyOf(values);
    }

    /** The layout of a row of them, without codes. */
    RowLayout layout() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            columns.add(new Column("p" + i, values.get(i).type()));
        }
        return new RowLayout(new Schema(columns));
    }
}
