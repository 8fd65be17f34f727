package eventflux.core.operator;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongCell;
import eventflux.core.state.RecordPart;
import java.util.List;

/**
 * How a group begins anew and whether it ends with its rows: some aggregators keep their results for ever. Acts on the
 * record that is selected.
 */
public final class GroupLife {

    private final RecordPart state;
    private final LongCell members;
    private final List<Aggregator> aggregators;
    private final boolean endsWithRows;

    /**
     * The life of the groups of one selection.
     *
     * @param state their cells
     * @param members counts the rows of a group
     * @param aggregators of the selection
     */
    public GroupLife(RecordPart state, LongCell members, List<Aggregator> aggregators) {
        this.state = state;
        this.members = members;
        this.aggregators = List.copyOf(aggregators);
        this.endsWithRows = aggregators.stream().noneMatch(Aggregator::outlivesRows);
    }

    /** Whether a group without rows is given back. */
    boolean endsWithRows() {
        return endsWithRows;
    }

    /** Forgets what aggregators have seen, except where it lasts. */
    void renew() {
        if (endsWithRows) {
            state.renew();
            return;
        }
        members.set(0);
        for (Aggregator aggregator : aggregators) {
            if (!aggregator.outlivesRows()) {
                aggregator.reset();
            }
        }
    }

    /** A row has come. */
    void join() {
        members.set(members.get() + 1);
    }

    /** A row has left; answers whether the group ends with it. */
    boolean leave() {
        long remaining = members.get() - 1;
        members.set(remaining);
        return endsWithRows && remaining == 0;
    }

    /** How many rows there are. */
    long members() {
        return members.get();
    }

    /** Whether the group has ended. */
    boolean isOver() {
        return endsWithRows && members.get() == 0;
    }
}
