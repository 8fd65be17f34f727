package eventflux.core.operator.aggregation;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.operator.aggregate.Merge;
import java.util.List;

/**
 * The buckets of an aggregation that several nodes write, put together for a reader: this node's own ones as they are now, those of others as
 * they lie in the store. Used by the thread that owns the application.
 */
public final class MergedBuckets implements BucketView.Source {

    private final Aggregation own;
    private final List<Aggregator> parts;
    private final OtherBuckets others;
    private final Buckets merged;
    private final List<Aggregator> wholes;

    /**
     * Nothing is put together yet.
     *
     * @param own what this node has seen
     * @param parts its aggregators, of a bucket that is selected there or among those of others
     * @param others what other nodes have seen
     * @param merged where buckets are put together
     * @param wholes its aggregators
     */
    public MergedBuckets(
            Aggregation own, List<Aggregator> parts, OtherBuckets others, Buckets merged, List<Aggregator> wholes) {
        this.own = own;
        this.parts = List.copyOf(parts);
        this.others = others;
        this.merged = merged;
        this.wholes = List.copyOf(wholes);
    }

    @Override
    public Buckets bring(int period, long from, long until) {
        own.backing().bring(period, from, until);
        merged.clear();
        GroupTable groups = own.groups();
        for (int group = groups.first(); group != GroupTable.NONE; group = groups.next()) {
            merged.open(group);
            BucketList list = own.buckets().list(group, period);
            for (int place = list.placeFrom(from); place < list.count() && list.start(place) < until; place++) {
                own.buckets().select(list.slot(place));
                add(group, period, list.start(place));
            }
        }
        others.forEach(period, from, until, (group, start) -> {
            merged.open(group);
            add(group, period, start);
        });
        return merged;
    }

    private void add(int group, int period, long start) {
        merged.select(group, period, start);
        for (int i = 0; i < parts.size(); i++) {
            Merge.of(wholes.get(i), parts.get(i));
        }
    }
}
