package eventflux.core.operator.pattern;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/** Computes what of a composed row is asked for only when its match is complete. */
public final class MatchCompletion {

    private final RowCapture capture;
    private final RowBuilder builder;
    private final RowView row;

    /**
     * A completion.
     *
     * @param capture computes it
     * @param layout of composed rows
     * @param symbols what their codes mean
     */
    public MatchCompletion(RowCapture capture, RowLayout layout, SymbolTable symbols) {
        this.capture = capture;
        this.builder = new RowBuilder(new RowBatch(layout), symbols);
        this.row = new RowView(layout, symbols);
    }

    /**
     * The row that goes on, good until the next one.
     *
     * @param matches how many there were before
     */
    public RowView of(RowView match, long matches) {
        builder.batch().clear();
        builder.begin(match.timestamp(), 0);
        capture.compose(match, match, matches, builder);
        builder.commit();
        return row.wrap(builder.batch());
    }
}
