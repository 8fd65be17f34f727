package eventflux.core.compile;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.core.operator.aggregate.DistinctValues;
import eventflux.core.operator.aggregate.PresentValues;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.Told;
import eventflux.core.state.OperatorState;
import java.util.function.Function;

/** Makes the aggregator of one call. */
final class CalledAggregator {

    private CalledAggregator() {}

    /**
     * An aggregator.
     *
     * @param life how its rows leave
     * @param state hands out cells whose names begin with what is asked for
     */
    static Aggregator make(
            CompileScope scope, AggregateCall call, RowLife life, Function<String, OperatorState> state) {
        boolean isDistinct = call.told() == Told.DISTINCT;
        // The last of equal values may leave before the last of those that came later.
        CallContext context = new CallContext(
                call.argumentTypes(),
                call.constants(),
                call.returns(),
                state.apply(""),
                life.leave(),
                life.inOrder() && !isDistinct);
        Aggregator made = scope.extensions()
                .make(
                        call.extension(),
                        AggregatorFactory.class,
                        call.site().position(),
                        factory -> factory.create(context));
        if (isDistinct) {
            return DistinctValues.before(made, call.arguments().get(0).type(), state.apply("distinct."));
        }
        boolean skipsNulls = call.told() == Told.PRESENT && !call.arguments().isEmpty();
        return skipsNulls && made instanceof Aggregator.OfRows rows ? new PresentValues(rows) : made;
    }
}
