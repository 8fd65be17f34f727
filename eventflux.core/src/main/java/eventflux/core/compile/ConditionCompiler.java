package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.window.ChangingCondition;
import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.RowTriplePredicate;
import eventflux.core.operator.ScratchRow;
import eventflux.core.operator.condition.CompiledCondition;
import eventflux.core.operator.condition.FollowedCondition;
import eventflux.core.operator.condition.TextCondition;
import eventflux.core.resolved.WindowCondition;
import eventflux.core.resolved.WindowCondition.FromRows;
import eventflux.core.resolved.WindowCondition.Written;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordStore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Makes conditions over the rows of one window, whose aggregates are part of the window's state. */
final class ConditionCompiler {

    private static final RowLife ONE_BY_ONE = RowLife.of(true, false, true);
    private static final RowLayout TEXT =
            new RowLayout(new Schema(List.of(new Column("text", DataType.STRING))), BitSet.valueOf(new long[] {1}));

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

    ChangingCondition compile(String parameter, WindowCondition condition) {
        String prefix = "@" + parameter + ".";
        return condition instanceof FromRows fromRows
                ? follow(fromRows, prefix + "text")
                : compile((Written) condition, name -> state.apply(prefix + name));
    }

    private CompiledCondition compile(Written condition, Function<String, OperatorState> cells) {
        List<Aggregator> aggregators = new ArrayList<>();
        for (int i = 0; i < condition.aggregates().size(); i++) {
            String prefix = i + ".";
            aggregators.add(CalledAggregator.make(
                    scope, condition.aggregates().get(i), ONE_BY_ONE, List.of(), name -> cells.apply(prefix + name)));
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

    private FollowedCondition follow(FromRows condition, String name) {
        ScratchRow text = new ScratchRow(
                scope.code().projection(List.of(condition.text()), TEXT, scope.bindings(input)), TEXT, scope.symbols());
        RowArena arena = new RowArena();
        return new FollowedCondition(
                text,
                given -> counted(scope.conditions().read(condition, given), arena),
                state.apply(""),
                name,
                scope.context());
    }

    private TextCondition counted(Written condition, RowArena arena) {
        RecordStore records = new RecordStore();
        return new TextCondition(
                compile(condition, name -> new OperatorState(records, arena, name, input, scope.symbols())), records);
    }
}
