package eventflux.core.operator.table;

import eventflux.core.operator.EvalContext;
import eventflux.core.row.RowView;
import java.util.Optional;

/** The rows between two keys. */
public final class RangeCandidates implements Candidates {

    private final OrderedIndex index;
    private final Optional<Bound> low;
    private final Optional<Bound> high;
    // All fields below are written by the thread that owns the application.
    private long to;
    private boolean isEmpty;

    /**
     * One end of a range.
     *
     * @param probe reads it from the event
     * @param inclusive whether rows of that very key belong to the range
     */
    public record Bound(RowKey probe, boolean inclusive) {}

    /** The rows between what an event gives. */
    public RangeCandidates(OrderedIndex index, Optional<Bound> low, Optional<Bound> high) {
        this.index = index;
        this.low = low;
        this.high = high;
    }

    @Override
    public void begin(RowView event, EvalContext context) {
        long from = Long.MIN_VALUE;
        to = Long.MAX_VALUE;
        isEmpty = false;
        if (low.isPresent()) {
            Bound bound = low.get();
            isEmpty = !bound.probe().read(event, context)
                    || !bound.inclusive() && bound.probe().value() == Long.MAX_VALUE;
            from = bound.probe().value() + (bound.inclusive() ? 0 : 1);
        }
        if (high.isPresent()) {
            Bound bound = high.get();
            isEmpty |= !bound.probe().read(event, context)
                    || !bound.inclusive() && bound.probe().value() == Long.MIN_VALUE;
            to = bound.probe().value() - (bound.inclusive() ? 0 : 1);
        }
        if (!isEmpty) {
            index.begin(from);
        }
    }

    @Override
    public int next() {
        return isEmpty ? EqualIndex.NONE : index.next(to);
    }

    @Override
    public String toString() {
        return index
                + low.map(bound -> " from " + bound.probe()).orElse("")
                + high.map(bound -> " to " + bound.probe()).orElse("");
    }
}
