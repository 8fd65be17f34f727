package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/** One row without columns: what a query reads that reads nothing. */
public final class OneRow implements RowLookup {

    private final RowView row;
    // Written by the thread that owns the application.
    private boolean isOver;

    /** A row of a time. */
    public OneRow(RowLayout nothing, SymbolTable symbols, long timestamp) {
        RowBatch batch = new RowBatch(nothing);
        RowBuilder builder = new RowBuilder(batch, symbols);
        builder.begin(timestamp, 0);
        builder.commit();
        this.row = new RowView(nothing, symbols).wrap(batch);
    }

    /** The row. */
    public RowView row() {
        return row;
    }

    @Override
    public void begin(RowView event, EvalContext context) {
        isOver = false;
    }

    @Override
    public RowView next() {
        if (isOver) {
            return null;
        }
        isOver = true;
        return row;
    }
}
