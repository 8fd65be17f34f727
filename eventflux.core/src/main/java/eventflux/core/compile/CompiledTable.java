package eventflux.core.compile;

import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.TableAction;
import eventflux.core.row.RowLayout;
import java.util.List;

/** Makes the operators on one table, wherever its rows are. */
public interface CompiledTable {

    /** The layout of the rows that are found, and of those that are put in. */
    RowLayout layout();

    /**
     * Finds the rows for which a condition is true.
     *
     * @param condition over the row that asks, input 0, and a row of the table, input 1
     * @param row the layout of the row that asks
     * @param columns the columns of the table that whoever asks looks at
     */
    RowLookup lookup(Expr condition, RowLayout row, List<Integer> columns);

    /**
     * What a query does to the table.
     *
     * @param query its name
     * @param output the layout of its rows
     */
    RunReceiver action(TableAction action, String query, RowLayout output);
}
