package eventflux.core.operator.join;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.RowPairProjection;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowView;

/**
 * Makes one row of two and hands it on. Rows of a step stay where they are until it ends, because a selection over batches
 * reads them then. Used by the thread that owns the application.
 */
public final class JoinPairs {

    private final RowPairProjection projection;
    private final RowBuilder builder;
    private final RowView pair;
    private final EvalContext context;
    private final RowFailures failures;
    private final String query;
    private final Stage next;

    /**
     * What both sides of a join hand their pairs to.
     *
     * @param projection composes the row
     * @param builder writes into a batch of this join
     * @param context for compiled code
     * @param failures takes pairs that fail, so that the others of the same row go on
     * @param query its name, for failures
     * @param next takes the rows
     */
    public JoinPairs(
            RowPairProjection projection,
            RowBuilder builder,
            EvalContext context,
            RowFailures failures,
            String query,
            Stage next) {
        this.projection = projection;
        this.builder = builder;
        this.pair = new RowView(builder.layout(), builder.symbols());
        this.context = context;
        this.failures = failures;
        this.query = query;
        this.next = next;
    }

    /** A pair that is there now. */
    void current(long timestamp, RowView left, RowView right) {
        RowView composed = compose(timestamp, left, right);
        try {
            next.current(composed);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(query, composed, e);
        }
    }

    /** Whether pairs that are no more change anything. */
    boolean takesExpired() {
        return next.takesExpired();
    }

    /** A pair that is no more. */
    void expired(long timestamp, RowView left, RowView right) {
        RowView composed = compose(timestamp, left, right);
        try {
            next.expired(composed);
        } catch (RuntimeException | Error e) {
            failures.rowFailed(query, composed, e);
        }
    }

    private RowView compose(long timestamp, RowView left, RowView right) {
        builder.begin(timestamp, 0);
        projection.project(left, right, context, builder);
        builder.commit();
        return pair.wrap(builder.row());
    }

    void reset() {
        next.reset();
    }

    void endStep() {
        try {
            next.endStep();
        } finally {
            builder.batch().clear();
        }
    }

    @Override
    public String toString() {
        return projection + "\n" + next;
    }
}
