package eventflux.core.compile;

import eventflux.api.event.Column;
import eventflux.api.event.Schema;
import eventflux.api.spi.stream.RowFunction;
import eventflux.api.spi.stream.StreamFunction;
import eventflux.api.spi.stream.StreamFunctionFactory;
import eventflux.api.spi.stream.StreamProcessor;
import eventflux.core.operator.Stage;
import eventflux.core.operator.stream.ArgumentRow;
import eventflux.core.operator.stream.ProcessorParts;
import eventflux.core.operator.stream.ProcessorStage;
import eventflux.core.operator.stream.RowFunctionStage;
import eventflux.core.operator.stream.WiderRows;
import eventflux.core.plan.PlanStep;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedQuery.StreamCall;
import eventflux.core.row.RowLayout;
import eventflux.core.state.RecordPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes one stream function. */
final class StreamFunctionCompiler implements RowStep {

    private final CompileScope scope;
    private final StreamCall call;
    private final RowLayout input;
    private final RowLayout output;
    private final RowLayout arguments;
    private final RowLife arrivals;
    private final RecordPart part;
    private final CompiledStreamContext context;
    private final StreamFunction made;
    private final int order;

    /**
     * Lets the extension make the function.
     *
     * @param input how its rows lie
     * @param arrivals how they leave again
     */
    StreamFunctionCompiler(CompileScope scope, PlanStep.StreamFunction step, RowLayout input, RowLife arrivals) {
        this.scope = scope;
        this.call = step.call();
        this.input = input;
        this.arrivals = arrivals;
        this.output = widened();
        this.arguments = new RowLayout(argumentColumns());
        this.part = new RecordPart(step.id(), scope.records());
        this.context = new CompiledStreamContext(scope, call, part, input, arguments);
        this.made = scope.extensions()
                .make(call.extension(), StreamFunctionFactory.class, Optional.of(call.position()), this::create);
        this.order = scope.clock().timers().nextOrder();
    }

    private StreamFunction create(StreamFunctionFactory factory) {
        StreamFunction function = factory.create(context);
        if (function instanceof RowFunction && context.alarm().isPresent()) {
            throw new IllegalStateException("only a stream processor has a timer");
        }
        return function;
    }

    private RowLayout widened() {
        List<Column> columns = new ArrayList<>(input.schema().columns());
        columns.addAll(call.adds());
        return new RowLayout(new Schema(columns), input.codedColumns());
    }

    private Schema argumentColumns() {
        List<Column> columns = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            columns.add(new Column("argument" + columns.size(), argument.type()));
        }
        return new Schema(columns);
    }

    @Override
    public RowLayout layout() {
        return output;
    }

    /** What a processor lets go it may let go in another order than it came. */
    @Override
    public RowLife life() {
        return made instanceof StreamProcessor
                ? RowLife.of(arrivals.leave(), arrivals.inBatches(), !arrivals.leave() && arrivals.inOrder())
                : arrivals;
    }

    @Override
    public boolean readsClock() {
        boolean processorDoes = made instanceof StreamProcessor processor
                && (processor.readsTime() || context.alarm().isPresent());
        return processorDoes || call.expressions().anyMatch(ReadsTime::reads);
    }

    @Override
    public boolean stepsByRow() {
        return made instanceof StreamProcessor;
    }

    @Override
    public Stage before(Stage next) {
        if (made instanceof RowFunction function) {
            if (context.isAsked()) {
                scope.state().add(part);
            }
            return new RowFunctionStage(function, argumentRow(), rows(), next);
        }
        ProcessorParts parts =
                new ProcessorParts((StreamProcessor) made, context.alarm(), order, argumentRow(), rows());
        ProcessorStage stage = new ProcessorStage(parts, part, scope.clock(), scope.failures(), next);
        scope.state().add(stage);
        return stage;
    }

    private ArgumentRow argumentRow() {
        return new ArgumentRow(
                scope.code().projection(call.arguments(), arguments, scope.bindings(input)),
                arguments,
                scope.symbols(),
                scope.context());
    }

    private WiderRows rows() {
        List<Expr> columns = new ArrayList<>();
        for (int i = 0; i < input.columns(); i++) {
            columns.add(new Expr.ColumnRef(
                    0, i, input.type(i), input.schema().column(i).name()));
        }
        call.adds().forEach(column -> columns.add(new Expr.Constant(column.type(), null)));
        return new WiderRows(
                scope.code().projection(columns, output, scope.bindings(input)),
                output,
                input.columns(),
                scope.symbols(),
                scope.context());
    }
}
