package eventflux.core.operator.shard;

import eventflux.core.operator.FaultRows;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowRun;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/** Rows with texts in the place of codes, so that another pipeline understands them. Used by one thread at a time. */
final class PlainRows {

    private final RowLayout layout;
    private final RowBuilder builder;
    private final RowView row;
    private final boolean areCoded;
    private final RowRun copies = new RowRun();

    /**
     * For rows of one layout.
     *
     * @param coded the layout that they have
     * @param symbols what their codes mean
     */
    PlainRows(RowLayout coded, SymbolTable symbols) {
        this.layout = new RowLayout(coded.schema());
        this.builder = new RowBuilder(new RowBatch(layout), symbols);
        this.row = new RowView(coded, symbols);
        this.areCoded = !coded.codedColumns().isEmpty();
    }

    /** The layout that they have afterwards. */
    RowLayout layout() {
        return layout;
    }

    /** The rows of a run, which are the run itself where nothing is coded; good until the next call. */
    RowRun of(RowRun run) {
        if (!areCoded) {
            return run;
        }
        builder.batch().clear();
        for (long at = run.begin(); at < run.end(); at += row.length()) {
            row.wrap(at);
            builder.begin(row.timestamp(), row.flags());
            FaultRows.asItIs(row, null, 0, builder);
            builder.commit();
        }
        return copies.wrap(builder.batch());
    }
}
