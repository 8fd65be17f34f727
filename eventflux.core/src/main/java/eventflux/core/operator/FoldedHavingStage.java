package eventflux.core.operator;

import eventflux.api.spi.state.RowQueue;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowView;

/**
 * A fold with a condition on what comes out: each row is tested when it was taken in, and a group gives what its last row made that
 * passed, with what the aggregates were when it did.
 */
public final class FoldedHavingStage extends FoldedStage {

    private final RowPredicate having;
    private final RowQueue passed;
    private final RowBuilder made;
    private final RowView view;

    /** A selection into {@code output}. */
    public FoldedHavingStage(Selection selection, FoldedStep step, EvalContext context, QueryOutput output) {
        super(selection, step, context, output);
        this.having = selection.having();
        this.passed = step.last().orElseThrow();
        this.made = output.newBuilder();
        this.view = new RowView(made.layout(), made.symbols());
    }

    @Override
    boolean taken(RowView row, EvalContext context) {
        if (!having.test(row, context)) {
            return false;
        }
        RowBatch batch = made.batch();
        batch.clear();
        output().project(row, 0, made);
        passed.clear();
        passed.append(view.wrap(batch));
        return true;
    }

    @Override
    void give(RowView first, long time) {
        output().append(((RowView) passed.first()).address());
    }
}
