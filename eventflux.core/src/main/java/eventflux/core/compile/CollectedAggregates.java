package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.compile.code.Bindings;
import eventflux.core.operator.ScratchRow;
import eventflux.core.operator.pattern.CollectedAggregate;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.AggregateCall;
import eventflux.core.row.RowArena;
import eventflux.core.row.RowLayout;
import eventflux.core.state.RecordPart;
import eventflux.core.state.RecordStore;
import java.util.ArrayList;
import java.util.List;

/** Makes aggregators over the events that an element of a pattern has collected, each with a record of its own. */
final class CollectedAggregates {

    private final CompileScope scope;

    CollectedAggregates(CompileScope scope) {
        this.scope = scope;
    }

    CollectedAggregate make(AggregateCall call, RowLayout event) {
        boolean isOfRows = call.arguments().isEmpty();
        List<Expr> arguments = isOfRows ? List.of(new Expr.Constant(DataType.BOOL, true)) : call.arguments();
        RowLayout values = layout(arguments.stream().map(Expr::type).toList());
        RowLayout result = layout(List.of(call.returns()));
        RecordStore records = new RecordStore();
        RecordPart cells = new RecordPart("collected", records);
        RowArena arena = new RowArena();
        Aggregator aggregator = CalledAggregator.make(
                scope,
                call,
                RowLife.FOR_EVER,
                List.of(),
                prefix -> cells.state(arena, prefix, values, scope.symbols()));
        records.create();
        AggregateCall ofValues = new AggregateCall(
                call.extension(),
                isOfRows ? List.of() : columns(values),
                call.argumentTypes(),
                call.returns(),
                call.constants(),
                call.told(),
                call.site());
        Bindings bindings = scope.bindings(values).with(List.of(aggregator));
        return new CollectedAggregate(
                new ScratchRow(
                        scope.code().projection(arguments, values, scope.bindings(event)), values, scope.symbols()),
                scope.code().aggregateUpdate(List.of(ofValues), bindings),
                new ScratchRow(
                        scope.code().projection(List.of(new Expr.AggregateRef(0, call.returns())), result, bindings),
                        result,
                        scope.symbols()),
                cells,
                scope.context());
    }

    private static RowLayout layout(List<DataType> types) {
        List<Column> columns = new ArrayList<>();
        types.forEach(type -> columns.add(new Column("value" + columns.size(), type)));
        return new RowLayout(new Schema(columns));
    }

    private static List<Expr> columns(RowLayout layout) {
        List<Expr> columns = new ArrayList<>();
        for (int i = 0; i < layout.schema().size(); i++) {
            columns.add(new Expr.ColumnRef(
                    0, i, layout.type(i), layout.schema().column(i).name()));
        }
        return columns;
    }
}
