package eventflux.core.compile;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongCell;
import eventflux.core.operator.aggregation.BucketBegin;
import eventflux.core.operator.aggregation.Buckets;
import eventflux.core.operator.aggregation.CalendarPeriod;
import eventflux.core.operator.aggregation.LatestValue;
import eventflux.core.operator.aggregation.RowMoment;
import eventflux.core.plan.AggregationPlan;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import java.util.ArrayList;
import java.util.List;

/** Records for the buckets of an aggregation, and the aggregators that work on the one that is selected. */
final class BucketRecords {

    private final CompileScope scope;
    private final RowLayout input;
    private final RecordStore store = new RecordStore();
    private final RecordPart cells;
    private final RowArena arena = new RowArena();
    private final LongCell begin;
    private final List<Aggregator> aggregators = new ArrayList<>();

    /**
     * New ones.
     *
     * @param input the layout of the rows that it reads
     * @param moment knows their times
     */
    BucketRecords(CompileScope scope, AggregationPlan plan, RowLayout input, RowMoment moment) {
        this.scope = scope;
        this.input = input;
        this.cells = new RecordPart("aggregation/" + plan.name(), store);
        this.begin = state("").longCell("begin", 0);
        for (AggregateCall call : plan.aggregation().aggregates()) {
            aggregators.add(aggregator(call, aggregators.size() + ".", moment));
        }
    }

    private OperatorState state(String prefix) {
        return cells.state(arena, prefix, input, scope.symbols());
    }

    private Aggregator aggregator(AggregateCall call, String prefix, RowMoment moment) {
        return ResolvedAggregation.isLatest(call)
                ? LatestValue.of(call.returns(), moment, state(prefix))
                : CalledAggregator.make(scope, call, RowLife.FOR_EVER, List.of(), name -> state(prefix + name));
    }

    /** Where they lie. */
    RecordStore store() {
        return store;
    }

    /** One a call. */
    List<Aggregator> aggregators() {
        return aggregators;
    }

    /** Those that expressions of readers name: one a call, and one for the beginning of the bucket. */
    List<Aggregator> answering() {
        List<Aggregator> answering = new ArrayList<>(aggregators);
        answering.add(new BucketBegin(begin));
        return answering;
    }

    /** Buckets that consist of them. */
    Buckets buckets(List<CalendarPeriod> periods) {
        return new Buckets(store, begin, periods);
    }
}
