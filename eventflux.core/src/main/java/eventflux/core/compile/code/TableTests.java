package eventflux.core.compile.code;

import eventflux.core.operator.RowPairPredicate;
import eventflux.core.resolved.Truth;
import eventflux.core.row.RowLayout;
import java.util.List;

/** Makes what tests whether a table has a row. */
@FunctionalInterface
public interface TableTests {

    /** Where there are no tables. */
    TableTests NONE = (test, rows) -> {
        throw new IllegalArgumentException("there is no table " + test.table());
    };

    /**
     * A test of one row, or of two: the second is not looked at where the expression is over one.
     *
     * @param test the expression
     * @param rows the layouts of the rows of the expression
     */
    RowPairPredicate test(Truth.InTable test, List<RowLayout> rows);
}
