package eventflux.core.operator.pattern;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/** Computes what of a composed row is asked for only when its match is complete. */
final class MatchCompletion {

    private final RowCapture capture;
    private final RowBuilder builder;
    private final RowView row;

    MatchCompletion(RowCapture capture, PatternParts parts) {
        SymbolTable symbols = parts.symbols();
        this.capture = capture;
        this.builder = new RowBuilder(new RowBatch(parts.row()), symbols);
        this.row = new RowView(parts.row(), symbols);
    }

    /** The row that goes on, good until the next one. */
    RowView of(RowView match) {
        builder.batch().clear();
        builder.begin(match.timestamp(), 0);
        capture.compose(match, match, 0, builder);
        builder.commit();
        return row.wrap(builder.batch().buffer(), 0);
    }
}
