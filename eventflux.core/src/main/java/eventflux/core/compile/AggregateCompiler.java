package eventflux.core.compile;

import eventflux.api.event.DataType;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.api.spi.state.LongCell;
import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.BytesKeyIndex;
import eventflux.core.operator.BytesKeyIndex.KeyPart;
import eventflux.core.operator.CodedKeyIndex;
import eventflux.core.operator.GroupLife;
import eventflux.core.operator.Groups;
import eventflux.core.operator.KeyIndex;
import eventflux.core.operator.KeyedGroups;
import eventflux.core.operator.LongKeyIndex;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.Selection;
import eventflux.core.operator.SingleGroup;
import eventflux.core.plan.PlanStep;
import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the aggregators of one selection and the groups that they work on: all cells of a group lie in one record. */
final class AggregateCompiler {

    private final CompileScope scope;
    private final PlanStep.Aggregate step;
    private final RowLayout input;
    private final RecordStore store = new RecordStore();
    private final RowArena arena = new RowArena();
    private final LongCell members;
    private final List<Aggregator> aggregators = new ArrayList<>();

    /**
     * A compiler of one selection.
     *
     * @param scope what the queries share
     * @param step the selection
     * @param input the layout of its rows
     * @param leaving how rows leave it
     */
    AggregateCompiler(CompileScope scope, PlanStep.Aggregate step, RowLayout input, Leaving leaving) {
        this.scope = scope;
        this.step = step;
        this.input = input;
        this.members = state("").longCell("members", 0);
        for (AggregateCall call : step.selection().aggregates()) {
            aggregators.add(aggregator(call, leaving));
        }
    }

    /** The aggregators in the order of their calls. */
    List<Aggregator> aggregators() {
        return aggregators;
    }

    /** The selection with its condition. */
    Selection selection(RowPredicate having) {
        AggregateUpdate update = scope.code()
                .aggregateUpdate(
                        step.selection().aggregates(), scope.bindings(input).with(aggregators));
        return new Selection(groups(), update, having);
    }

    private Aggregator aggregator(AggregateCall call, Leaving leaving) {
        CallContext context = new CallContext(
                call.argumentTypes(),
                call.returns(),
                state(aggregators.size() + "."),
                leaving.oneByOne(),
                leaving.inOrder());
        return scope.extensions()
                .make(call.extension(), AggregatorFactory.class, Optional.empty(), factory -> factory.create(context));
    }

    private OperatorState state(String prefix) {
        return new OperatorState(store, arena, prefix, input, scope.symbols());
    }

    private Groups groups() {
        GroupLife life = new GroupLife(store, members, aggregators);
        if (step.index() == GroupIndex.SINGLE) {
            return new SingleGroup(step.id(), store, life);
        }
        return new KeyedGroups(step.id(), store, index(step.selection().groupBy()), life);
    }

    private KeyIndex index(List<Expr> keys) {
        return switch (step.index()) {
            case CODE -> new CodedKeyIndex(scope.code().longKey(keys.get(0), scope.bindings(input)));
            case NUMBER -> new LongKeyIndex(scope.code().longKey(keys.get(0), scope.bindings(input)));
            default ->
                new BytesKeyIndex(
                        scope.code().groupKey(keys, scope.bindings(input)),
                        keys.stream().map(this::part).toList());
        };
    }

    private KeyPart part(Expr key) {
        if (key.type() != DataType.STRING) {
            return KeyPart.VALUE;
        }
        boolean coded = key instanceof Expr.ColumnRef column && input.isCoded(column.column());
        return coded ? KeyPart.CODE : KeyPart.TEXT;
    }

    /**
     * How rows leave a selection.
     *
     * @param oneByOne whether they do, rather than all at once or never
     * @param inOrder whether in the order in which they came
     */
    record Leaving(boolean oneByOne, boolean inOrder) {}
}
