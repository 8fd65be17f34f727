package eventflux.core.operator.pattern;

import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;

/** Composes the rows of partial matches, and puts them into blocks. Used by the thread that owns the application. */
final class MatchRows {

    private final MatchMemory memory;
    private final MatchBlocks blocks;
    private final RowBatch batch;
    private final RowBuilder builder;
    private final RowView view;

    /**
     * Rows of one pattern.
     *
     * @param memory its partial matches
     * @param symbols what codes mean
     */
    MatchRows(MatchMemory memory, SymbolTable symbols) {
        RowLayout layout = memory.blocks().layout().row();
        this.memory = memory;
        this.blocks = memory.blocks();
        this.batch = new RowBatch(layout);
        this.builder = new RowBuilder(batch, symbols);
        this.view = new RowView(layout, symbols);
    }

    /** The row of a match, until the next one is asked for. */
    RowView of(long match) {
        return blocks.row(match, view);
    }

    /** A new block with a row in which every column is null. */
    long empty(long time) {
        batch.clear();
        builder.begin(time, 0);
        builder.putAllNull();
        builder.commit();
        return allocate();
    }

    /** A new block with the row of a match, changed. */
    long copy(long match, RowCapture change, RowView event, int collected, long time) {
        compose(match, change, event, collected, time);
        return allocate();
    }

    /** A new block with the row of a match, of which something is forgotten. */
    long copy(long match, RowCapture forget, long time) {
        return copy(match, forget, view, 0, time);
    }

    /** Moves values of the row of a match from column to column; answers where the match lies from now on. */
    long rearrange(long match, RowCapture change) {
        return change.isNothing() ? match : change(match, change, of(match), 0, blocks.time(match));
    }

    /** Changes the row of a match; answers where the match lies from now on. */
    long change(long match, RowCapture change, RowView event, int collected, long time) {
        if (change.isInPlace()) {
            change.change(blocks.rowAddress(match), event);
            blocks.time(match, time);
            return match;
        }
        compose(match, change, event, collected, time);
        if (batch.length() == blocks.rowLength(match)) {
            blocks.overwrite(match, batch);
            return match;
        }
        long target = blocks.moved(match, batch);
        memory.moved(target);
        blocks.release(match);
        return target;
    }

    private void compose(long match, RowCapture capture, RowView event, int collected, long time) {
        batch.clear();
        builder.begin(time, 0);
        capture.compose(of(match), event, collected, builder);
        builder.commit();
    }

    private long allocate() {
        return blocks.allocate(batch.begin(), batch.length());
    }
}
