package eventflux.core;

import eventflux.api.Event;
import eventflux.api.QueryResult;
import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.event.Schema;
import eventflux.api.query.ParseResult;
import eventflux.api.query.QueryParser;
import eventflux.core.analyze.query.OnDemandAnalyzer;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.compile.Extensions;
import eventflux.core.compile.OnDemandCompiler;
import eventflux.core.compile.code.ExpressionCompiler;
import eventflux.core.operator.Pipeline;
import eventflux.core.plan.OnDemandPlan;
import eventflux.core.plan.Plan;
import eventflux.core.plan.Planner;
import eventflux.core.resolved.OnDemandQuery;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.run.EventList;
import java.util.ArrayList;
import java.util.List;

/** Queries on demand, read against one application; run by the thread that owns it. */
final class OnDemand {

    private final Extensions extensions;
    private final List<OnDemandPlan> plans;
    private final Schema schema;

    private OnDemand(Extensions extensions, List<OnDemandPlan> plans, Schema schema) {
        this.extensions = extensions;
        this.plans = plans;
        this.schema = schema;
    }

    /** Reads a text; throws all its problems. */
    static OnDemand read(QueryParser parser, String text, CatalogSnapshot extensions, ResolvedApp app) {
        ParseResult parsed = parser.parse(text);
        if (!parsed.isValid()) {
            throw new EventFluxException(parsed.problems());
        }
        OnDemandAnalyzer analyzer = new OnDemandAnalyzer(extensions, app);
        List<OnDemandQuery> queries = analyzer.analyze(parsed.application());
        boolean isRefused = analyzer.problems().stream().anyMatch(Problem::isError);
        if (isRefused) {
            throw new EventFluxException(analyzer.problems());
        }
        List<OnDemandPlan> plans =
                queries.stream().map(query -> Planner.onDemand(app, query)).toList();
        boolean returns = queries.stream()
                .noneMatch(query -> query.query().output().action().isPresent());
        return new OnDemand(
                new Extensions(app.name(), extensions),
                plans,
                returns ? queries.get(0).query().output().schema() : Schema.of());
    }

    /** Runs them against a pipeline; throws what the first row that failed failed with. */
    QueryResult run(Pipeline pipeline, Plan plan, ExpressionCompiler code, long now) {
        List<Throwable> failures = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        try {
            for (OnDemandPlan query : plans) {
                new OnDemandCompiler(extensions, code, pipeline, plan, (where, row, cause) -> failures.add(cause))
                        .at(now)
                        .compile(query, layout -> new EventList(layout, pipeline.symbols(), events))
                        .run();
            }
        } catch (RuntimeException e) {
            failures.add(e); // what functions of extensions throw, too
        }
        if (!failures.isEmpty()) {
            rethrow(failures.get(0));
        }
        return new QueryResult(schema, schema.size() == 0 ? List.of() : events);
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof EventFluxException known) {
            throw known;
        }
        String cause = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        throw new EventFluxException(Problem.of(AppError.QUERY_FAILED, "cause", cause), failure);
    }
}
