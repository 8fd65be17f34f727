package eventflux.core.compile.code;

import eventflux.core.operator.RowPredicate;
import eventflux.core.resolved.Expr;
import eventflux.core.row.RowLayout;

/** Makes what tests whether a table has a row. */
@FunctionalInterface
public interface TableTests {

    /** Where there are no tables. */
    TableTests NONE = (test, row) -> {
        throw new IllegalArgumentException("there is no table " + test.table());
    };

    /**
     * A test.
     *
     * @param test the expression
     * @param row the layout of the row that asks
     */
    RowPredicate test(Expr.InTable test, RowLayout row);
}
