package eventflux.core.compile.pattern;

import eventflux.core.operator.pattern.CollectedAggregate;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.row.RowLayout;

/** Makes aggregators over collected events. */
@FunctionalInterface
public interface AggregateMaker {

    /**
     * An aggregator.
     *
     * @param call whose argument is over an event
     * @param event how the events lie
     */
    CollectedAggregate make(AggregateCall call, RowLayout event);
}
