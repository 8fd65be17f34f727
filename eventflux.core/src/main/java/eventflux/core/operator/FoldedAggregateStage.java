package eventflux.core.operator;

import eventflux.api.spi.state.RowQueue;
import eventflux.core.row.RowView;

/** A fold whose groups give a row of their last row and their aggregates. */
public final class FoldedAggregateStage extends FoldedStage {

    private final RowQueue last; // null when all that is read is the same in each row of the group

    /** A selection into {@code output}. */
    public FoldedAggregateStage(Selection selection, FoldedStep step, EvalContext context, QueryOutput output) {
        super(selection, step, context, output);
        this.last = step.last().orElse(null);
    }

    @Override
    boolean taken(RowView row, EvalContext context) {
        if (last != null) {
            last.clear();
            last.append(row);
        }
        return true;
    }

    @Override
    void give(RowView first, long time) {
        RowView row = last == null ? first : (RowView) last.first();
        row.timestamp(time);
        output().emit(row, 0);
    }
}
