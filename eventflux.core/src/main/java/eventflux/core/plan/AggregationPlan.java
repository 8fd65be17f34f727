package eventflux.core.plan;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.core.plan.TablePlan.ColumnIndex;
import eventflux.core.resolved.BucketsAsked;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An aggregation.
 *
 * @param aggregation which
 * @param feed how rows come to it; the last step is a {@link PlanStep.Fold}
 * @param groups the table of the keys of its groups, each with an index
 * @param coded the text columns of its rows, as readers see them, that are codes
 */
public record AggregationPlan(ResolvedAggregation aggregation, QueryPlan feed, TablePlan groups, BitSet coded) {

    /** Copies the set. */
    public AggregationPlan {
        Objects.requireNonNull(aggregation, "aggregation");
        coded = (BitSet) coded.clone();
    }

    /** Its name. */
    public String name() {
        return aggregation.name();
    }

    @Override
    public BitSet coded() {
        return (BitSet) coded.clone();
    }

    /** How the buckets are found for which a condition over an asking row, input 0, and a bucket's row, input 1, is true. */
    public AggregationAccess access(Expr condition, BucketsAsked asked) {
        return AggregationAccess.of(aggregation, groups, condition, asked);
    }

    /** The table of its buckets in a store, if it has one. */
    public Optional<TablePlan> stored() {
        return aggregation.store().map(buckets -> {
            boolean hasShards = buckets.shard().isPresent();
            List<Integer> key = hasShards ? List.of(0, 1, 2, 3) : List.of(0, 1, 2);
            return new TablePlan(
                    name(),
                    ResolvedAggregation.stored(aggregation.schema(), hasShards),
                    new BitSet(),
                    key,
                    List.of(ColumnIndex.of(List.of(0, 2))),
                    key,
                    Optional.of(buckets.store()));
        });
    }

    /** The keys of an aggregation's groups as a table, whose columns are called by what they hold. */
    static TablePlan groups(ResolvedAggregation aggregation) {
        List<Column> columns = new ArrayList<>();
        List<ColumnIndex> indexes = new ArrayList<>();
        BitSet coded = new BitSet();
        for (Expr key : aggregation.keys()) {
            int place = columns.size();
            columns.add(new Column(key.toString(), key.type()));
            indexes.add(ColumnIndex.of(place, key.type()));
            coded.set(place, key.type() == DataType.STRING);
        }
        return new TablePlan(
                aggregation.name(), new Schema(columns), coded, List.of(), indexes, List.of(), Optional.empty());
    }
}
