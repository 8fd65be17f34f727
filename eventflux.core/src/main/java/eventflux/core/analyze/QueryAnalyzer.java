package eventflux.core.analyze;

import eventflux.api.query.expression.Expression;
import eventflux.api.query.select.Query;
import eventflux.api.query.select.Select;
import eventflux.api.query.select.SelectExpressionVisitor;
import eventflux.api.query.select.SetQuantifier;
import eventflux.api.query.select.Union;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedQuery.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves queries, one at a time, in an order in which what a query reads is known before. */
final class QueryAnalyzer {

    private final Streams streams;
    private final CatalogSnapshot extensions;
    private final ProblemLog problems;

    QueryAnalyzer(Streams streams, CatalogSnapshot extensions, ProblemLog problems) {
        this.streams = streams;
        this.extensions = extensions;
        this.problems = problems;
    }

    /** The query; empty when part of it could not be resolved. Tells the streams what it fills. */
    Optional<ResolvedQuery> analyze(QueryDraft draft) {
        Query query = draft.query();
        reportUnsupported(query);
        Optional<OutputTarget> target = query.output().accept(new OutputTargets(draft.dialect(), problems));
        ExpressionContext context = new ExpressionContext(draft.dialect(), extensions, problems);
        Optional<Body> body = query.body().accept(new BodyAnalyzer(context));
        if (target.isEmpty() || body.isEmpty() || body.get().selected().isOpen()) {
            return Optional.empty();
        }
        Optional<OutputAnalyzer.Shaped> output = new OutputAnalyzer(streams, problems)
                .analyze(body.get().selected().columns(), target.get());
        return output.map(shaped -> resolved(draft, body.get(), shaped, target.get()));
    }

    private static ResolvedQuery resolved(
            QueryDraft draft, Body body, OutputAnalyzer.Shaped output, OutputTarget target) {
        Scope scope = body.reading().scope();
        SelectionAnalyzer.Selected selected = body.selected();
        return new ResolvedQuery(
                draft.name(),
                draft.query().position(),
                new ResolvedQuery.Input(
                        scope.input().name(),
                        scope.input().schema(),
                        body.reading().handlers()),
                new ResolvedQuery.Selection(
                        output.columns(), selected.aggregates().calls(), selected.groupBy(), selected.having()),
                new ResolvedQuery.Output(
                        target.stream(), output.schema(), target.wantsCurrent(), target.wantsExpired()));
    }

    private void reportUnsupported(Query query) {
        query.commonTables().stream()
                .findFirst()
                .ifPresent(table -> problems.reportUnsupported("WITH before a query", table.position()));
        query.rate().ifPresent(rate -> problems.reportUnsupported("OUTPUT … EVERY", rate.position()));
    }

    private record Body(InputAnalyzer.Reading reading, SelectionAnalyzer.Selected selected) {}

    /** Resolves what is read and selected. */
    private final class BodyAnalyzer implements SelectExpressionVisitor<Optional<Body>> {

        private final ExpressionContext context;

        BodyAnalyzer(ExpressionContext context) {
            this.context = context;
        }

        @Override
        public Optional<Body> visitUnion(Union union) {
            problems.reportUnsupported("UNION", union.position());
            return Optional.empty();
        }

        @Override
        public Optional<Body> visitSelect(Select select) {
            reportUnsupported(select);
            Optional<InputAnalyzer.Reading> reading =
                    select.from().flatMap(input -> new InputAnalyzer(streams, context).analyze(input));
            return reading.map(found -> {
                List<Handler> handlers = new ArrayList<>(found.handlers());
                ExpressionAnalyzer conditions = new ExpressionAnalyzer(context, found.scope());
                select.where()
                        .map(conditions::condition)
                        .map(ResolvedQuery.Filter::new)
                        .ifPresent(handlers::add);
                return new Body(
                        new InputAnalyzer.Reading(found.scope(), handlers),
                        new SelectionAnalyzer(context, found.scope()).analyze(select));
            });
        }

        private void reportUnsupported(Select select) {
            if (select.from().isEmpty()) {
                problems.reportUnsupported("a query that reads nothing", select.position());
            }
            if (select.clause().quantifier() == SetQuantifier.DISTINCT) {
                problems.reportUnsupported("SELECT DISTINCT", select.clause().position());
            }
            select.ordering().items().stream()
                    .findFirst()
                    .ifPresent(item -> problems.reportUnsupported("ORDER BY", item.position()));
            reportUnsupported("LIMIT", select.ordering().limit());
            reportUnsupported("OFFSET", select.ordering().offset());
        }

        private void reportUnsupported(String clause, Optional<Expression> value) {
            value.ifPresent(found -> problems.reportUnsupported(clause, found.position()));
        }
    }
}
