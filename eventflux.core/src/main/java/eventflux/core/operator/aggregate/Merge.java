package eventflux.core.operator.aggregate;

import eventflux.api.spi.aggregate.Aggregator;

/** Puts together what several aggregators of one call have seen. */
public final class Merge {

    private Merge() {}

    /** Whether an aggregator can do it. */
    public static boolean isPossible(Aggregator aggregator) {
        return aggregator instanceof Forwarding before
                ? isPossible(before.answers())
                : aggregator instanceof Aggregator.Merging;
    }

    /** What another aggregator of its call has seen joins what one has seen. */
    @SuppressWarnings("unchecked") // both are made by one factory for one call
    public static void of(Aggregator target, Aggregator other) {
        ((Aggregator.Merging<Aggregator>) target).merge(other);
    }
}
