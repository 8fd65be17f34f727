package eventflux.core.operator.stream;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowProjection;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/** What the arguments of a call are for the row at hand, in a row of their own. Used by the thread that owns the application. */
public final class ArgumentRow {

    private final RowProjection values;
    private final EvalContext context;
    private final RowBatch batch;
    private final RowBuilder builder;
    private final RowView row;

    /**
     * Arguments that have not been computed.
     *
     * @param values computes them
     * @param layout of a row of them
     * @param symbols what codes in it mean
     * @param context for the values
     */
    public ArgumentRow(RowProjection values, RowLayout layout, SymbolTable symbols, EvalContext context) {
        this.values = values;
        this.context = context;
        this.batch = new RowBatch(layout);
        this.builder = new RowBuilder(batch, symbols);
        this.row = new RowView(layout, symbols);
    }

    /** The arguments for a row; the same object for all rows. */
    RowView of(RowView source) {
        batch.clear();
        builder.begin(source.timestamp(), 0);
        values.project(source, context, builder);
        builder.commit();
        return row.wrap(batch);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
