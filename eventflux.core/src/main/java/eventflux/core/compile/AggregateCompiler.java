package eventflux.core.compile;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongCell;
import eventflux.api.spi.state.RowQueue;
import eventflux.core.operator.AggregateUpdate;
import eventflux.core.operator.FoldedStep;
import eventflux.core.operator.GroupLife;
import eventflux.core.operator.Groups;
import eventflux.core.operator.RowPredicate;
import eventflux.core.operator.Selection;
import eventflux.core.operator.SingleGroup;
import eventflux.core.operator.aggregate.ResultOfOther;
import eventflux.core.plan.PlanStep;
import eventflux.core.plan.PlanStep.GroupIndex;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.resolved.ResolvedQuery.Told;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.OperatorState;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the aggregators of one selection and the groups that they work on: all cells of a group lie in one record. */
final class AggregateCompiler {

    private final CompileScope scope;
    private final PlanStep.Aggregate step;
    private final RowLayout input;
    private final RecordPart cells;
    private final RowArena arena = new RowArena();
    private final LongCell members;
    private final List<Aggregator> aggregators = new ArrayList<>();

    /**
     * A compiler of one selection.
     *
     * @param scope what the queries share
     * @param step the selection
     * @param input the layout of its rows
     * @param life how rows leave it
     */
    AggregateCompiler(CompileScope scope, PlanStep.Aggregate step, RowLayout input, RowLife life) {
        this.scope = scope;
        this.step = step;
        this.input = input;
        RecordStore records = step.index() == GroupIndex.SINGLE ? scope.records() : new RecordStore();
        this.cells = new RecordPart(step.id(), records);
        this.members = state("").longCell("members", 0);
        for (AggregateCall call : step.selection().aggregates()) {
            String prefix = aggregators.size() + ".";
            aggregators.add(
                    CalledAggregator.make(scope, call, life, toldOfTheSame(call), name -> state(prefix + name)));
        }
    }

    // The aggregators so far that remember the values of this call.
    private List<Aggregator> toldOfTheSame(AggregateCall call) {
        if (call.told() == Told.DISTINCT || call.arguments().size() != 1) {
            return List.of();
        }
        List<AggregateCall> calls = step.selection().aggregates();
        return IntStream.range(0, aggregators.size())
                .filter(i -> calls.get(i).told() == call.told()
                        && calls.get(i).arguments().equals(call.arguments())
                        && calls.get(i).argumentTypes().equals(call.argumentTypes()))
                .mapToObj(aggregators::get)
                .filter(other -> !(other instanceof ResultOfOther))
                .toList();
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

    /**
     * What a fold remembers of a step; before the selection is made.
     *
     * @param last how the row lies that a group keeps to give its own from; empty when it keeps none
     */
    FoldedStep foldedStep(Optional<RowLayout> last) {
        LongCell time = state("fold.").longCell("time", FoldedStep.NOT_SEEN);
        Optional<RowQueue> ofGroup = last.map(
                layout -> cells.state(arena, "fold.", layout, scope.symbols()).rowQueue("last"));
        RecordPart ofStep = new RecordPart(step.id() + ".fold", scope.records());
        RowQueue first = ofStep.state(arena, "", input, scope.symbols()).rowQueue("first");
        return new FoldedStep(ofStep, first, time, ofGroup);
    }

    private OperatorState state(String prefix) {
        return cells.state(arena, prefix, input, scope.symbols());
    }

    private Groups groups() {
        GroupLife life = new GroupLife(cells, members, aggregators);
        if (step.index() == GroupIndex.SINGLE) {
            return new SingleGroup(cells, life);
        }
        return KeyedGroupsCompiler.groups(
                scope,
                cells,
                new KeyIndexes(scope, step.index(), step.selection().groupBy(), input),
                life);
    }
}
