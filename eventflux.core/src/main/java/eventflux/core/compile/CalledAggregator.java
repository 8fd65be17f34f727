package eventflux.core.compile;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.core.operator.aggregate.DistinctValues;
import eventflux.core.operator.aggregate.PresentValues;
import eventflux.core.operator.aggregate.ResultOfOther;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.Told;
import eventflux.core.state.OperatorState;
import java.util.List;
import java.util.function.Function;

/** Makes the aggregator of one call. */
final class CalledAggregator {

    private CalledAggregator() {}

    /**
     * An aggregator.
     *
     * @param life how its rows leave
     * @param present of the same query, told of the same values: if what one of them remembers is enough, the result is made of that
     * @param state hands out cells whose names begin with what is asked for
     */
    static Aggregator make(
            CompileScope scope,
            AggregateCall call,
            RowLife life,
            List<Aggregator> present,
            Function<String, OperatorState> state) {
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
                        factory -> present.stream()
                                .flatMap(other -> factory.beside(other, context).stream())
                                .<Aggregator>map(ResultOfOther::new)
                                .findFirst()
                                .orElseGet(() -> factory.create(context)));
        if (isDistinct) {
            return DistinctValues.before(made, call.arguments().get(0).type(), state.apply("distinct."));
        }
        boolean skipsNulls = call.told() == Told.PRESENT && !call.arguments().isEmpty();
        return skipsNulls && made instanceof Aggregator.OfRows rows ? new PresentValues(rows) : made;
    }
}
