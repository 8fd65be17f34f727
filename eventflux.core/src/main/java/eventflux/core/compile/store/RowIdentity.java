package eventflux.core.compile.store;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreComparison;
import eventflux.api.spi.table.StoreExpression;
import eventflux.core.compile.CompileError;
import eventflux.core.plan.TablePlan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The condition that finds a row again that was found before: the row of its primary key, or, where there is none, all
 * rows that are equal to it, for which whatever holds of one holds of the others.
 *
 * @param condition over the row of the table and the parameters
 * @param parameters columns of the row that was found
 */
record RowIdentity(StoreExpression condition, ParameterList parameters) {

    /** Of the rows of a table. */
    static RowIdentity of(TablePlan table, Store store) {
        boolean hasKey = !table.primaryKey().isEmpty();
        List<Integer> places = hasKey
                ? table.primaryKey()
                : IntStream.range(0, table.schema().size()).boxed().toList();
        ParameterList parameters = new ParameterList();
        List<StoreExpression> same = new ArrayList<>();
        for (Expr column : columns(table, places, Truth.InTable.TABLE_ROW)) {
            StoreExpression present =
                    new StoreExpressions(parameters).value(column).orElseThrow();
            StoreExpression before = parameters.of(column);
            StoreExpression equal = new StoreExpression.Comparison(StoreComparison.EQUAL, present, before);
            same.add(hasKey ? equal : orBothNull(equal, present, before));
        }
        if (!same.stream().allMatch(store::accepts)) {
            throw new EventFluxException(Problem.of(CompileError.ROWS_NOT_FOUND_AGAIN, "table", table.name()));
        }
        return new RowIdentity(StoreCondition.all(same), parameters);
    }

    private static StoreExpression orBothNull(StoreExpression equal, StoreExpression left, StoreExpression right) {
        StoreExpression bothNull = new StoreExpression.Logical(
                true, List.of(new StoreExpression.IsNull(left), new StoreExpression.IsNull(right)));
        return new StoreExpression.Logical(false, List.of(equal, bothNull));
    }

    /** Columns of a row of the table, which is an input of some number. */
    static List<Expr> columns(TablePlan table, List<Integer> places, int input) {
        return places.stream()
                .<Expr>map(place -> new Expr.ColumnRef(
                        input,
                        place,
                        table.schema().column(place).type(),
                        table.schema().column(place).name()))
                .toList();
    }
}
