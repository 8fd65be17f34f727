package eventflux.core.operator.aggregation;

import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.Stage;
import eventflux.core.row.RowView;

/** Folds rows into the buckets of their times, one a period. */
public final class FoldStage implements Stage {

    private final Aggregation aggregation;
    private final Buckets buckets;
    private final BucketBacking backing;
    private final int periods;
    private final AggregateUpdate aggregates;
    private final RowMoment moment;
    private final EvalContext context;

    /**
     * The end of what feeds an aggregation.
     *
     * @param aggregation takes the rows
     * @param aggregates counts rows into the bucket that is selected
     * @param moment tells the time of a row
     * @param context for compiled code
     */
    public FoldStage(Aggregation aggregation, AggregateUpdate aggregates, RowMoment moment, EvalContext context) {
        this.aggregation = aggregation;
        this.buckets = aggregation.buckets();
        this.backing = aggregation.backing();
        this.periods = buckets.periods();
        this.aggregates = aggregates;
        this.moment = moment;
        this.context = context;
    }

    @Override
    public void current(RowView row) {
        long millis = moment.read(row);
        backing.before(millis);
        int group = aggregation.group(row, context);
        for (int period = 0; period < periods; period++) {
            if (buckets.select(group, period, millis)) {
                add(row, group, period);
            }
        }
    }

    private void add(RowView row, int group, int period) {
        boolean isAdded = false;
        try {
            aggregates.add(row, context);
            isAdded = true;
            backing.changed(group, period);
        } finally {
            if (!isAdded) {
                buckets.discardIfNew(group, period);
            }
        }
    }

    @Override
    public void expired(RowView row) {
        throw new IllegalStateException("an aggregation reads no window");
    }

    @Override
    public void reset() {
        throw new IllegalStateException("an aggregation reads no window");
    }

    @Override
    public void endStep() {
        // A row is in its buckets as soon as it has come.
    }

    @Override
    public String toString() {
        return "fold " + aggregates + " into " + aggregation;
    }
}
