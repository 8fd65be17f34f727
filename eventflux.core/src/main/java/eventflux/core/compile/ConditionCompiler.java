package eventflux.core.compile;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.window.RowCondition;
import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.CompiledCondition;
import eventflux.core.operator.RowTriplePredicate;
import eventflux.core.resolved.WindowCondition;
import eventflux.core.row.RowLayout;
import eventflux.core.state.OperatorState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Makes conditions over the rows of one window, whose aggregates are part of the window's state. */
final class ConditionCompiler {

    private static final RowLife ONE_BY_ONE = RowLife.of(true, false, true);

    private final CompileScope scope;
    private final RowLayout input;
    private final Function<String, OperatorState> state;

    /**
     * For one window.
     *
     * @param input how its rows lie
     * @param state hands out cells whose names begin with what is asked for
     */
    ConditionCompiler(CompileScope scope, RowLayout input, Function<String, OperatorState> state) {
        this.scope = scope;
        this.input = input;
        this.state = state;
    }

    RowCondition compile(String parameter, WindowCondition condition) {
        List<Aggregator> aggregators = new ArrayList<>();
        for (int i = 0; i < condition.aggregates().size(); i++) {
            String prefix = "@" + parameter + "." + i + ".";
            aggregators.add(CalledAggregator.make(
                    scope, condition.aggregates().get(i), ONE_BY_ONE, name -> state.apply(prefix + name)));
        }
        AggregateUpdate update = scope.code()
                .aggregateUpdate(condition.aggregates(), scope.bindings(input).with(aggregators));
        RowTriplePredicate test = scope.code()
                .triplePredicate(
                        condition.value(),
                        scope.bindings(Collections.nCopies(WindowCondition.INPUTS, input))
                                .with(aggregators));
        return new CompiledCondition(test, update, aggregators, scope.context());
    }
}
