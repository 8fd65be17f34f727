package eventflux.core.operator.aggregation;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;

/** Which buckets a reader asks for. Each reader has its own. Used by the thread that owns the application. */
public interface AskedBuckets {

    /** Takes over what a row asks for; throws when that is no time or no period. */
    void read(RowView asking, EvalContext context);

    /** The place of the period among those of the aggregation. */
    int period();

    /** The buckets begin at this time or later. */
    long from();

    /** The buckets begin before this time. */
    long until();

    /**
     * The same for all rows.
     *
     * @param period its place
     * @param from they begin then or later
     * @param until they begin before
     */
    record Same(int period, long from, long until) implements AskedBuckets {

        @Override
        public void read(RowView asking, EvalContext context) {
            // No row asks for others.
        }
    }
}
