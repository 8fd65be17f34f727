package eventflux.core.operator;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/** Where a row is made of another one, to be read until the next is made. Used by the thread that owns the application. */
public final class ScratchRow {

    private final RowProjection columns;
    private final RowBuilder builder;
    private final RowView view;

    /**
     * For rows of one kind.
     *
     * @param columns makes them
     * @param layout theirs
     */
    public ScratchRow(RowProjection columns, RowLayout layout, SymbolTable symbols) {
        this.columns = columns;
        this.builder = new RowBuilder(new RowBatch(layout), symbols);
        this.view = new RowView(layout, symbols);
    }

    /** The row that is made of another. */
    public RowView make(RowView from, EvalContext context) {
        builder.batch().clear();
        builder.begin(0, 0);
        columns.project(from, context, builder);
        builder.commit();
        return view.wrap(builder.batch());
    }

    /** A cursor on rows of the kind, wherever they lie. */
    public RowView view() {
        return view;
    }
}
