package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.operator.pattern.CollectedAggregate;
import eventflux.core.operator.pattern.CollectedAggregate.Scratch;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import java.util.List;

/** Makes aggregators over the events that an element of a pattern has collected, each with a record of its own. */
final class CollectedAggregates {

    private final CompileScope scope;

    CollectedAggregates(CompileScope scope) {
        this.scope = scope;
    }

    CollectedAggregate make(AggregateCall call, RowLayout event) {
        List<Expr> arguments = call.arguments();
        RowLayout value =
                layout(arguments.isEmpty() ? DataType.BOOL : arguments.get(0).type());
        RowLayout result = layout(call.returns());
        RecordStore records = new RecordStore();
        RecordPart cells = new RecordPart("collected", records);
        RowArena arena = new RowArena();
        Aggregator aggregator = CalledAggregator.make(
                scope, call, RowLife.FOR_EVER, prefix -> cells.state(arena, prefix, value, scope.symbols()));
        records.create();
        AggregateCall ofValue = new AggregateCall(
                call.extension(),
                arguments.isEmpty() ? List.of() : List.of(value(value)),
                call.argumentTypes(),
                call.returns(),
                call.constants(),
                call.told());
        Expr argument = arguments.isEmpty() ? new Expr.Constant(DataType.BOOL, true) : arguments.get(0);
        return new CollectedAggregate(
                scope.code().projection(List.of(argument), value, scope.bindings(event)),
                scope.code()
                        .aggregateUpdate(List.of(ofValue), scope.bindings(value).with(List.of(aggregator))),
                scope.code()
                        .projection(
                                List.of(new Expr.AggregateRef(0, call.returns())),
                                result,
                                scope.bindings(value).with(List.of(aggregator))),
                cells,
                scope.context(),
                scratch(value),
                scratch(result));
    }

    private static RowLayout layout(DataType type) {
        return new RowLayout(Schema.of(new Column("value", type)));
    }

    private static Expr value(RowLayout layout) {
        return new Expr.ColumnRef(0, 0, layout.type(0), "value");
    }

    private Scratch scratch(RowLayout layout) {
        return new Scratch(new RowBuilder(new RowBatch(layout), scope.symbols()), new RowView(layout, scope.symbols()));
    }
}
