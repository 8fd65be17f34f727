package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.core.operator.QueryOutput;
import eventflux.core.operator.QueryOutput.EmittedRows;
import eventflux.core.operator.RowProjection;
import eventflux.core.operator.RowSelect;
import eventflux.core.operator.RunReceiver;
import eventflux.core.operator.SelectStage;
import eventflux.core.operator.output.ArrangeRows;
import eventflux.core.operator.output.DistinctRows;
import eventflux.core.operator.output.NarrowRows;
import eventflux.core.operator.output.RowOrder;
import eventflux.core.plan.OutputStep;
import eventflux.core.plan.OutputStep.SortColumn;
import eventflux.core.plan.QueryPlan;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.OutputShape.Direction;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the end of one query: the projection, and what its rows pass before they are handed on. */
final class OutputCompiler {

    private final CompileScope scope;
    private final QueryPlan query;
    private final List<RowLayout> inputs;
    private final RowLayout outputLayout;

    /**
     * For one query.
     *
     * @param scope what the queries share
     * @param query the query
     * @param inputs the layouts of what the select list reads
     * @param outputLayout of the rows that are handed on
     */
    OutputCompiler(CompileScope scope, QueryPlan query, List<RowLayout> inputs, RowLayout outputLayout) {
        this.scope = scope;
        this.query = query;
        this.inputs = inputs;
        this.outputLayout = outputLayout;
    }

    /** The end of the query, for the columns of its last step. */
    QueryOutput compile(List<OutputColumn> columns, List<Aggregator> aggregators, EmittedRows kinds) {
        RowLayout made = layout(columns);
        RowProjection projection = scope.code()
                .projection(values(columns), made, scope.bindings(inputs).with(aggregators));
        return output(made, builder(made), projection, kinds);
    }

    /** The end of a query without aggregates, which tests the rows that it makes rows of. */
    SelectStage compile(Expr condition, List<OutputColumn> columns, EmittedRows kinds) {
        RowLayout made = layout(columns);
        RowSelect select = scope.code().select(condition, values(columns), made, scope.bindings(inputs));
        RowBuilder builder = query.handsOnAtOnce() ? scope.readers().builder(query.name(), made) : builder(made);
        return new SelectStage(select, scope.context(), output(made, builder, select, kinds));
    }

    private static List<Expr> values(List<OutputColumn> columns) {
        return columns.stream().map(OutputColumn::value).toList();
    }

    private QueryOutput output(RowLayout made, RowBuilder builder, RowProjection projection, EmittedRows kinds) {
        QueryOutput output = new QueryOutput(builder, projection, scope.context(), kinds);
        if (!query.shaping().isEmpty()) {
            output.through(shaping(made, output), outputLayout);
        }
        return output;
    }

    // Columns that are dropped later stand behind those that stay.
    private RowLayout layout(List<OutputColumn> columns) {
        int visible = outputLayout.columns();
        if (columns.size() == visible) {
            return outputLayout;
        }
        List<Column> all = new ArrayList<>(outputLayout.schema().columns());
        BitSet coded = outputLayout.codedColumns();
        for (OutputColumn column : columns.subList(visible, columns.size())) {
            if (isCoded(column.value())) {
                coded.set(all.size());
            }
            all.add(new Column(column.name(), column.value().type()));
        }
        return new RowLayout(new Schema(all), coded);
    }

    private boolean isCoded(Expr value) {
        return value instanceof Expr.ColumnRef column
                && column.type() == DataType.STRING
                && inputs.get(column.input()).isCoded(column.column());
    }

    private RunReceiver shaping(RowLayout made, QueryOutput output) {
        RunReceiver next = output::handOn;
        List<OutputStep> steps = query.shaping();
        for (int i = steps.size() - 1; i >= 0; i--) {
            next = before(steps.get(i), made, next);
        }
        return next;
    }

    private RunReceiver before(OutputStep step, RowLayout made, RunReceiver next) {
        if (step instanceof OutputStep.Arrange arrange) {
            return new ArrangeRows(
                    order(arrange.order(), made),
                    arrange.offset(),
                    arrange.limit().orElse(Long.MAX_VALUE),
                    made,
                    next);
        }
        if (step instanceof OutputStep.Rate rate) {
            return new RateCompiler(scope, rate, made, next).compile();
        }
        return step instanceof OutputStep.Narrow narrow
                ? narrow(narrow.columns(), made, next)
                : new DistinctRows(made, next);
    }

    private RowOrder order(List<SortColumn> order, RowLayout made) {
        int[] columns = order.stream().mapToInt(SortColumn::column).toArray();
        boolean[] descending = new boolean[columns.length];
        for (int i = 0; i < descending.length; i++) {
            descending[i] = order.get(i).direction() == Direction.DESCENDING;
        }
        return new RowOrder(made, scope.symbols(), columns, descending);
    }

    private RunReceiver narrow(int columns, RowLayout made, RunReceiver next) {
        List<Expr> kept = IntStream.range(0, columns)
                .<Expr>mapToObj(column -> new Expr.ColumnRef(
                        0,
                        column,
                        made.type(column),
                        made.schema().column(column).name()))
                .toList();
        return new NarrowRows(
                new RowView(made, scope.symbols()),
                scope.code().projection(kept, outputLayout, scope.bindings(made)),
                scope.context(),
                builder(outputLayout),
                next);
    }

    private RowBuilder builder(RowLayout layout) {
        return new RowBuilder(new RowBatch(layout), scope.symbols());
    }
}
