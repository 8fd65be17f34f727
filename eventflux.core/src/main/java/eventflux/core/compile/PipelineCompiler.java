package eventflux.core.compile;

import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.operator.EvalContext;
import eventflux.core.operator.Pipeline;
import eventflux.core.operator.QueryOutput;
import eventflux.core.operator.RowFailures;
import eventflux.core.operator.StreamJunction;
import eventflux.core.plan.Plan;
import eventflux.core.plan.QueryPlan;
import eventflux.core.plan.StreamPlan;
import eventflux.core.row.RowLayout;
import eventflux.core.row.SymbolTable;
import eventflux.core.state.Stateful;
import eventflux.core.time.AppClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a pipeline of a plan. One use a pipeline. */
public final class PipelineCompiler {

    private final SymbolTable symbols;
    private final EvalContext context = new EvalContext();
    private final AppClock clock = new AppClock(context::now);
    private final List<Stateful> state = new ArrayList<>();
    private final Map<String, StreamJunction> junctions = new LinkedHashMap<>();
    private final Map<String, QueryOutput> outputs = new LinkedHashMap<>();
    private final CompileScope scope;

    /**
     * A compiler.
     *
     * @param extensions make windows and aggregators
     * @param code makes predicates, projections and keys
     * @param symbols the application's symbol table, empty or from a snapshot
     * @param failures takes rows that fail
     */
    public PipelineCompiler(Extensions extensions, ExpressionCompiler code, SymbolTable symbols, RowFailures failures) {
        this.symbols = symbols;
        this.scope = new CompileScope(extensions, code, symbols, context, clock, failures, state);
    }

    /**
     * The pipeline.
     *
     * @throws eventflux.api.error.EventFluxException when an extension refuses
     */
    public Pipeline compile(Plan plan) {
        for (StreamPlan stream : plan.streams()) {
            RowLayout layout = new RowLayout(stream.schema(), stream.coded());
            junctions.put(stream.name(), new StreamJunction(stream.name(), layout, stream.byRow()));
        }
        boolean readsClock = false;
        for (QueryPlan query : plan.queries()) {
            StreamJunction input = junctions.get(query.stream());
            RowLayout outputLayout = query.output()
                    .target()
                    .map(target -> junctions.get(target).layout())
                    .orElseGet(() -> new RowLayout(query.output().schema()));
            QueryCompiler compiler = new QueryCompiler(scope, query, input.layout(), outputLayout);
            QueryOutput output = compiler.compile(input);
            query.output().target().ifPresent(target -> output.add(junctions.get(target)));
            outputs.put(query.name(), output);
            readsClock |= compiler.readsClock();
        }
        return new Pipeline(junctions, outputs, state, symbols, clock, readsClock);
    }
}
