package eventflux.core.analyze.query;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.event.Schema;
import eventflux.api.query.Application;
import eventflux.api.query.QueryStatement;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.Input;
import eventflux.api.query.input.StoreInput;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.input.TimeRange;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.Name;
import eventflux.api.query.node.StreamName;
import eventflux.api.query.output.EventSelection;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.output.OutputAction;
import eventflux.api.query.output.UnnamedOutput;
import eventflux.api.query.select.Select;
import eventflux.api.query.select.SelectExpression;
import eventflux.api.query.select.Union;
import eventflux.api.query.stream.Filter;
import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.FunctionMethod;
import eventflux.core.resolved.BucketsAsked;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.OnDemandQuery;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedApp;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedTable;
import eventflux.core.resolved.TableAction;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Analyses queries on demand, against the tables and named windows of an application that runs. One use a text. */
public final class OnDemandAnalyzer {

    private static final String NAME = "on demand";

    private final CatalogSnapshot extensions;
    private final Streams streams = new Streams();
    private final ProblemLog problems = new ProblemLog();

    /** For an application. */
    public OnDemandAnalyzer(CatalogSnapshot extensions, ResolvedApp app) {
        this.extensions = extensions.with(app.scripts().stream()
                .map(script -> new FunctionMethod(script.binding(), script.takes(), script.returns()))
                .toList());
        for (ResolvedTable table : app.tables()) {
            streams.tables().define(StreamColumns.of(table.name(), table.schema(), Set.of()), table);
        }
        app.streams().stream()
                .filter(stream -> stream.window().isPresent())
                .forEach(stream ->
                        streams.define(StreamColumns.of(stream.name(), stream.schema(), Set.of()), Optional.empty()));
        app.aggregations().forEach(streams.aggregations()::define);
    }

    /** What is wrong, in the order of the places. */
    public List<Problem> problems() {
        return problems.sorted();
    }

    /** The queries of a text, which are run one after another; incomplete when there are problems. */
    public List<OnDemandQuery> analyze(Application text) {
        if (text.statements().size() != 1 || !(text.statements().get(0) instanceof QueryStatement statement)) {
            problems.report(AnalysisError.NOT_ON_DEMAND, new SourcePosition(1, 1, 1));
            return List.of();
        }
        statement
                .query()
                .rate()
                .ifPresent(rate -> problems.reportUnsupported("OUTPUT … EVERY on demand", rate.position()));
        List<OnDemandQuery> queries = new ArrayList<>();
        for (Select select : selects(statement.query().body())) {
            analyze(statement, select).ifPresent(queries::add);
        }
        return queries;
    }

    // Several rows of VALUES are a union.
    private List<Select> selects(SelectExpression body) {
        if (body instanceof Select select) {
            return List.of(select);
        }
        List<Select> selects = new ArrayList<>();
        for (SelectExpression branch : ((Union) body).branches()) {
            if (branch instanceof Select select && select.from().isEmpty()) {
                selects.add(select);
            } else {
                problems.reportUnsupported("UNION on demand", body.position());
                return List.of();
            }
        }
        return selects;
    }

    private Optional<OnDemandQuery> analyze(QueryStatement statement, Select select) {
        ExpressionContext context = new ExpressionContext(statement.dialect(), extensions, streams.tables(), problems);
        Optional<Source> source =
                select.from().isPresent() ? source(select.from().get()) : Optional.of(Source.ofNothing());
        return source.flatMap(found -> query(statement, select, found, context));
    }

    private Optional<OnDemandQuery> query(
            QueryStatement statement, Select select, Source source, ExpressionContext context) {
        SingleInput names = new SingleInput(source.columns(), source.alias(), 0);
        SelectionAnalyzer.Selected selected = new SelectionAnalyzer(context, Scope.of(names)).analyze(select);
        List<Expression> conditions = new ArrayList<>(source.conditions());
        select.where().ifPresent(conditions::add);
        Optional<Expr> condition = condition(conditions, source, context);
        Optional<BucketsAsked> asked = asked(source, context);
        OutputAction output = statement.query().output();
        Optional<OutputTarget> target = target(output);
        if (target.isEmpty() || selected.isOpen()) {
            return Optional.empty();
        }
        Optional<OutputAnalyzer.Shaped> shaped =
                new OutputAnalyzer(streams, problems).analyze(selected.columns(), target.get());
        Optional<TableAction> action = output.accept(new TableActions(
                context,
                new OutputNames(selected.columns(), names),
                name -> streams.find(name).isPresent()));
        if (shaped.isEmpty() || OutputTargets.isOnTable(output) && action.isEmpty() || problems.hasErrors()) {
            return Optional.empty();
        }
        ResolvedQuery query = new ResolvedQuery(
                NAME,
                statement.query().position(),
                new ResolvedInput.OfStream(
                        source.columns().name(), source.columns().schema(), List.of()),
                new ResolvedQuery.Selection(
                        shaped.get().columns(), selected.aggregates().calls(), selected.groupBy(), selected.having()),
                new ResolvedQuery.Output(
                        Optional.empty(), shaped.get().schema(), true, false, selected.shape(), action));
        Optional<String> read = select.from().map(input -> source.columns().name());
        return Optional.of(new OnDemandQuery(read, condition, asked, isOneGroup(statement, query), query));
    }

    // In SQL an aggregate without GROUP BY counts no rows too; the classic dialect answers nothing then.
    private static boolean isOneGroup(QueryStatement statement, ResolvedQuery query) {
        ResolvedQuery.Selection selection = query.selection();
        return statement.dialect() == Dialect.SQL
                && !selection.aggregates().isEmpty()
                && selection.groupBy().isEmpty();
    }

    /**
     * What is read: a table, named window or aggregation, how the author calls it, and which of its rows.
     *
     * @param range which time, and PER which period; where that stands
     */
    private record Source(
            StreamColumns columns,
            Optional<String> alias,
            List<Expression> conditions,
            Optional<TimeRange> range,
            Optional<Expression> per,
            SourcePosition position) {

        static Source ofNothing() {
            StreamColumns nothing = StreamColumns.of("", Schema.of(), Set.of());
            SourcePosition nowhere = new SourcePosition(1, 1, 1);
            return new Source(nothing, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), nowhere);
        }
    }

    private Optional<BucketsAsked> asked(Source source, ExpressionContext context) {
        Optional<ResolvedAggregation> aggregation =
                streams.aggregations().find(source.columns().name());
        if (aggregation.isPresent()) {
            SingleInput nothing = new SingleInput(Source.ofNothing().columns(), Optional.empty(), 0);
            ExpressionAnalyzer expressions = new ExpressionAnalyzer(context, Scope.of(nothing));
            return new BucketsAnalyzer(aggregation.get(), expressions, problems)
                    .analyze(source.range(), source.per(), source.position());
        }
        source.range().ifPresent(within -> refuse("WITHIN", source, within.position()));
        source.per().ifPresent(per -> refuse("PER", source, per.position()));
        return Optional.empty();
    }

    private void refuse(String clause, Source source, SourcePosition position) {
        problems.report(
                AnalysisError.NOT_AN_AGGREGATION,
                position,
                "clause",
                clause,
                "name",
                source.columns().name());
    }

    private Optional<Source> source(Input input) {
        if (input instanceof StoreInput store) {
            return columns(store.store())
                    .map(columns -> new Source(
                            columns,
                            store.alias().map(Name::text),
                            store.condition().stream().toList(),
                            store.within(),
                            store.per(),
                            store.position()));
        }
        boolean hasOnlyFilters = input instanceof StreamInput stream
                && stream.handlers().stream().allMatch(Filter.class::isInstance);
        if (!hasOnlyFilters) {
            problems.reportUnsupported("a query on demand over more than a table", input.position());
            return Optional.empty();
        }
        StreamInput stream = (StreamInput) input;
        List<Expression> filters = stream.handlers().stream()
                .map(handler -> ((Filter) handler).condition())
                .toList();
        return columns(stream.stream())
                .map(columns -> new Source(
                        columns,
                        stream.alias().map(Name::text),
                        filters,
                        Optional.empty(),
                        Optional.empty(),
                        stream.position()));
    }

    private Optional<StreamColumns> columns(StreamName name) {
        Optional<StreamColumns> columns = streams.find(name.qualified())
                .or(() -> streams.aggregations()
                        .find(name.qualified())
                        .map(found -> StreamColumns.of(found.name(), found.schema(), Set.of())));
        if (columns.isEmpty()) {
            List<String> names = new ArrayList<>(streams.names());
            streams.tables().resolved().forEach(table -> names.add(table.name()));
            streams.aggregations().resolved().forEach(aggregation -> names.add(aggregation.name()));
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_TABLE, "table", name.qualified()),
                    name.position(),
                    name.qualified(),
                    names);
        }
        return columns;
    }

    private static Optional<Expr> condition(List<Expression> written, Source source, ExpressionContext context) {
        SingleInput row = new SingleInput(source.columns(), source.alias(), Truth.InTable.TABLE_ROW);
        ExpressionAnalyzer analyzer = new ExpressionAnalyzer(context, Scope.of(row));
        List<Expr> conditions = written.stream().map(analyzer::condition).toList();
        if (conditions.isEmpty() || Unresolved.isAny(conditions)) {
            return Optional.empty();
        }
        return Optional.of(conditions.size() == 1 ? conditions.get(0) : new Truth.Logical(true, conditions, true));
    }

    private Optional<OutputTarget> target(OutputAction output) {
        if (output instanceof UnnamedOutput) {
            return Optional.of(
                    new OutputTarget(Optional.empty(), EventSelection.CURRENT, List.of(), output.position()));
        }
        if (output instanceof InsertInto insert
                && !streams.tables().has(insert.target().qualified())) {
            problems.report(
                    AnalysisError.UNKNOWN_TABLE,
                    insert.target().position(),
                    "table",
                    insert.target().qualified());
            return Optional.empty();
        }
        return output.accept(new OutputTargets(streams, problems));
    }
}
