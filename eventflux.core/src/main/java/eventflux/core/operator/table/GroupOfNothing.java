package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.QueryOutput;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/**
 * What stands before a selection with aggregates whose rows are one group, however few they are: where no row has come, the group
 * gives a row all the same, and its columns are null. Used by the thread that owns the application.
 */
public final class GroupOfNothing implements Stage {

    private final Stage selection;
    private final RowPredicate having;
    private final EvalContext context;
    private final QueryOutput output;
    private final RowView nothing;
    // Written by the thread that owns the application.
    private boolean isEmpty = true;

    /**
     * Before a selection.
     *
     * @param selection counts the rows
     * @param having whether the group gives a row
     * @param output takes it
     * @param nothing a row of nulls, for the columns of the select list
     */
    public GroupOfNothing(
            Stage selection, RowPredicate having, EvalContext context, QueryOutput output, RowView nothing) {
        this.selection = selection;
        this.having = having;
        this.context = context;
        this.output = output;
        this.nothing = nothing;
    }

    /** A row of nulls. */
    public static RowView nulls(RowLayout layout, SymbolTable symbols, long timestamp) {
        RowBatch batch = new RowBatch(layout);
        RowBuilder builder = new RowBuilder(batch, symbols);
        builder.begin(timestamp, 0);
        for (int column = 0; column < layout.columns(); column++) {
            builder.putNull(column);
        }
        builder.commit();
        return new RowView(layout, symbols).wrap(batch);
    }

    @Override
    public void current(RowView row) {
        isEmpty = false;
        selection.current(row);
    }

    @Override
    public void expired(RowView row) {
        selection.expired(row);
    }

    @Override
    public void reset() {
        selection.reset();
    }

    @Override
    public void endStep() {
        if (isEmpty && having.test(nothing, context)) {
            output.emit(nothing, 0);
        }
        selection.endStep();
    }

    @Override
    public String toString() {
        return "one group\n" + selection;
    }
}
