package eventflux.core.analyze.query;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.QueryParser;
import eventflux.api.query.select.Query;
import eventflux.api.query.select.Select;
import eventflux.api.query.select.SelectExpressionVisitor;
import eventflux.api.query.select.Union;
import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.expression.Aggregates;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.query.SelectionAnalyzer.SelectedColumn;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.OutputShape;
import eventflux.core.resolved.OutputShape.OutputRate;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.TableAction;
import java.util.List;
import java.util.Optional;

/** Resolves queries, one at a time, in an order in which what a query reads is known before. */
public final class QueryAnalyzer {

    private final Streams streams;
    private final CatalogSnapshot extensions;
    private final ProblemLog problems;
    private final QueryParser parser;

    public QueryAnalyzer(Streams streams, CatalogSnapshot extensions, ProblemLog problems, QueryParser parser) {
        this.parser = parser;
        this.streams = streams;
        this.extensions = extensions;
        this.problems = problems;
    }

    /** The query; empty when part of it could not be resolved. Tells the streams what it fills. */
    public Optional<ResolvedQuery> analyze(QueryDraft draft) {
        Query query = draft.query();
        Optional<OutputRate> rate = query.rate().flatMap(given -> given.accept(new RateAnalyzer(problems)));
        Optional<OutputTarget> target = query.output().accept(new OutputTargets(streams, problems));
        ExpressionContext context =
                new ExpressionContext(draft.dialect(), extensions, streams.tables(), problems, Optional.of(parser));
        Optional<Body> body = query.body().accept(new BodyAnalyzer(context));
        if (target.isEmpty() || body.isEmpty() || body.get().selected().isOpen()) {
            return Optional.empty();
        }
        List<SelectedColumn> columns =
                UnionColumns.widened(body.get().selected().columns(), beside(draft, context));
        Optional<OutputAnalyzer.Shaped> output = new OutputAnalyzer(streams, problems).analyze(columns, target.get());
        OutputShape shape = body.get().selected().shape().every(rate);
        OutputNames names =
                new OutputNames(body.get().selected().columns(), body.get().names());
        Optional<TableAction> action = query.output()
                .accept(new TableActions(
                        context, names, name -> streams.find(name).isPresent()));
        boolean isResolved = action.isPresent() || !OutputTargets.isOnTable(query.output());
        return output.filter(shaped -> isResolved)
                .map(shaped -> resolved(draft, body.get(), shaped, output(target.get(), shaped, shape, action)));
    }

    // What is wrong with another branch is said when it has its turn.
    private List<List<SelectedColumn>> beside(QueryDraft draft, ExpressionContext context) {
        BodyAnalyzer quiet = new BodyAnalyzer(context.inside(new ProblemLog()));
        return draft.beside().stream()
                .map(branch -> branch.body().accept(quiet))
                .flatMap(Optional::stream)
                .filter(body -> !body.selected().isOpen())
                .map(body -> body.selected().columns())
                .toList();
    }

    private static ResolvedQuery resolved(
            QueryDraft draft, Body body, OutputAnalyzer.Shaped shaped, ResolvedQuery.Output output) {
        SelectionAnalyzer.Selected selected = body.selected();
        return new ResolvedQuery(
                draft.name(),
                draft.query().position(),
                body.input(),
                new ResolvedQuery.Selection(
                        shaped.columns(), selected.aggregates().calls(), selected.groupBy(), selected.having()),
                output);
    }

    private static ResolvedQuery.Output output(
            OutputTarget target, OutputAnalyzer.Shaped shaped, OutputShape shape, Optional<TableAction> action) {
        return new ResolvedQuery.Output(
                action.isPresent() ? Optional.empty() : target.stream(),
                shaped.schema(),
                target.wantsCurrent(),
                target.wantsExpired(),
                shape,
                action);
    }

    private record Body(InputNames names, ResolvedInput input, SelectionAnalyzer.Selected selected) {}

    /** Resolves what is read and selected. */
    private final class BodyAnalyzer implements SelectExpressionVisitor<Optional<Body>> {

        private final ExpressionContext context;

        BodyAnalyzer(ExpressionContext context) {
            this.context = context;
        }

        @Override
        public Optional<Body> visitUnion(Union union) {
            throw new IllegalStateException("a union is taken apart before");
        }

        @Override
        public Optional<Body> visitSelect(Select select) {
            reportUnsupported(select);
            Optional<InputAnalyzer.Reading> reading =
                    select.from().flatMap(input -> new InputAnalyzer(streams, context).analyze(input));
            return reading.map(found -> {
                Scope scope = Scope.of(found.names());
                ExpressionAnalyzer conditions = new ExpressionAnalyzer(context, scope);
                Optional<Expr> where = select.where().map(conditions::condition);
                SelectionAnalyzer.Selected selected =
                        new SelectionAnalyzer(context, scope, Aggregates.overFrames()).analyze(select);
                ResolvedInput read = found.rows().get();
                ResolvedInput input = where.map(condition -> read.with(new ResolvedQuery.Filter(condition)))
                        .orElse(read);
                return selected.aggregates().frames().isEmpty()
                        ? new Body(found.names(), input, selected)
                        : framed(found.names(), input, selected);
            });
        }

        private Body framed(InputNames names, ResolvedInput input, SelectionAnalyzer.Selected selected) {
            List<Aggregates.Frame> frames = selected.aggregates().frames();
            Aggregates.Frame frame = frames.get(0);
            SourcePosition place = frame.written().position();
            if (!frames.stream().allMatch(frame::isLike)) {
                context.problems().reportUnsupported("OVER (…) of several frames in one query", place);
            }
            if (frames.size() < selected.aggregates().uses()
                    || !selected.groupBy().isEmpty()) {
                context.problems().reportUnsupported("OVER (…) beside groups and aggregates without it", place);
            }
            if (names instanceof SingleInput single
                    && streams.window(single.columns().name()).isPresent()) {
                context.problems().reportUnsupported("OVER (…) over a named window", place);
            }
            OverClause over = new OverClause(context, frame);
            return new Body(names, over.framed(names, input), selected.groupedBy(over.keys()));
        }

        private void reportUnsupported(Select select) {
            if (select.from().isEmpty()) {
                context.problems().report(AnalysisError.NOTHING_TO_READ, select.position());
            }
        }
    }
}
