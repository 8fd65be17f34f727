package eventflux.core.operator.aggregation;

import eventflux.core.operator.EvalContext;
import eventflux.core.operator.RowPairPredicate;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.table.RowLookup;
import eventflux.core.operator.table.TableLookup;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowView;
import java.util.Optional;

/**
 * Finds buckets: the groups first, then their buckets of the period and the time that are asked for. A bucket becomes a row when it
 * is looked at. The answer comes in the order of time, buckets of one time in the order in which their groups came.
 */
public final class AggregationLookup implements RowLookup {

    private final Aggregation aggregation;
    private final TableLookup groups;
    private final AskedBuckets asked;
    private final BucketView.Source seen;
    private final BucketRow bucketRow;
    private final Optional<RowPairPredicate> condition;
    private final FoundBuckets found = new FoundBuckets();
    // All fields below are written by the thread that owns the application.
    private RowView asking;
    private EvalContext context;
    private int place;
    private Buckets buckets;

    /**
     * A look-up.
     *
     * @param aggregation where
     * @param groups finds the groups for an asking row
     * @param asked which of their buckets
     * @param seen has these
     * @param bucketRow makes rows of buckets
     * @param condition what the groups do not settle, over the asking row and the bucket's
     */
    public AggregationLookup(
            Aggregation aggregation,
            TableLookup groups,
            AskedBuckets asked,
            BucketView.Source seen,
            BucketRow bucketRow,
            Optional<RowPairPredicate> condition) {
        this.aggregation = aggregation;
        this.groups = groups;
        this.asked = asked;
        this.seen = seen;
        this.bucketRow = bucketRow;
        this.condition = condition;
    }

    /**
     * Makes the row of a bucket.
     *
     * @param columns over the keys of the group and the results of the aggregators
     * @param builder writes the rows, which stay until others are looked for
     * @param cursor shows it
     */
    public record BucketRow(RowProjection columns, RowBuilder builder, RowView cursor) {

        RowView of(long start, RowView keys, EvalContext context) {
            builder.begin(start, 0);
            columns.project(keys, context, builder);
            builder.commit();
            return cursor.wrap(builder.row());
        }

        void clear() {
            builder.batch().clear();
        }
    }

    @Override
    public void begin(RowView event, EvalContext evalContext) {
        asking = event;
        context = evalContext;
        place = 0;
        found.clear();
        bucketRow.clear();
        asked.read(event, context);
        buckets = seen.bring(asked.period(), asked.from(), asked.until());
        groups.begin(event, context);
        while (groups.next() != null) {
            int group = groups.slot();
            found.add(group, buckets.list(group, asked.period()), asked.from(), asked.until());
        }
        found.sort();
    }

    @Override
    public RowView next() {
        while (place < found.count()) {
            RowView row = row(place++);
            if (condition.isEmpty() || condition.get().test(asking, row, context)) {
                return row;
            }
        }
        return null;
    }

    private RowView row(int at) {
        buckets.select(found.slot(at));
        return bucketRow.of(found.start(at), aggregation.groups().show(found.group(at)), context);
    }

    @Override
    public String toString() {
        return aggregation.name() + " groups " + groups
                + condition.map(rest -> " where " + rest).orElse("");
    }
}
