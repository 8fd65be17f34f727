package eventflux.core.analyze.aggregation;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.query.AggregationDefinition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.node.Name;
import eventflux.api.query.select.Grouping;
import eventflux.api.query.select.Select;
import eventflux.api.query.stream.Filter;
import eventflux.core.analyze.definition.Streams;
import eventflux.core.analyze.expression.Aggregates;
import eventflux.core.analyze.expression.BucketNames;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.expression.Widening;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.query.QueryDraft;
import eventflux.core.analyze.query.SelectionAnalyzer;
import eventflux.core.analyze.query.SelectionAnalyzer.SelectedColumn;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedAggregation;
import eventflux.core.resolved.ResolvedAggregation.BucketStore;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedQuery;
import eventflux.core.resolved.ResolvedQuery.OutputColumn;
import eventflux.core.resolved.Truth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves definitions of aggregations, in an order in which what they read is known before. */
public final class AggregationAnalyzer {

    private final Streams streams;
    private final CatalogSnapshot extensions;
    private final BucketStoreAnalyzer stores;
    private final ProblemLog problems;
    private final ZoneId usualZone;

    /**
     * For the aggregations of one application.
     *
     * @param stores resolves where buckets are written
     * @param usualZone whose calendar holds where a definition says nothing
     */
    public AggregationAnalyzer(
            Streams streams,
            CatalogSnapshot extensions,
            BucketStoreAnalyzer stores,
            ProblemLog problems,
            ZoneId usualZone) {
        this.streams = streams;
        this.extensions = extensions;
        this.stores = stores;
        this.problems = problems;
        this.usualZone = usualZone;
    }

    /**
     * Tells the aggregations of one more, unless part of it cannot be resolved, which is reported.
     *
     * @param draft what feeds it, with inner queries taken apart
     */
    public void analyze(AggregationDefinition definition, QueryDraft draft) {
        List<ChronoUnit> periods = new PeriodsAnalyzer(problems).analyze(definition.periods());
        AggregationSettings settings = AggregationSettings.read(definition, periods, usualZone, problems);
        Select select = (Select) draft.query().body();
        if (!(select.from().orElseThrow() instanceof StreamInput input)) {
            problems.reportUnsupported(
                    "an aggregation of more than one stream",
                    select.from().get().position());
            return;
        }
        ExpressionContext context = new ExpressionContext(definition.dialect(), extensions, streams.tables(), problems);
        StreamColumns columns = streams.read(input.stream(), problems);
        if (streams.window(columns.name()).isPresent()) {
            problems.reportUnsupported("an aggregation of a named window", input.position());
        }
        SingleInput rows = new SingleInput(columns, input.alias().map(Name::text), 0);
        ResolvedInput read = read(input, select, rows, context);
        BucketKeys keys = new BucketKeys(select, rows, context);
        Optional<Integer> time = definition.timestamp().flatMap(written -> time(written, rows, context));
        Aggregates aggregates = new Aggregates();
        SelectionAnalyzer.Selected selected = new SelectionAnalyzer(
                        context, Scope.of(new BucketNames(rows, keys.all(), aggregates)), aggregates, keys::ofItem)
                .analyze(columnsOnly(select));
        List<OutputColumn> output = columns(selected, aggregates);
        boolean isKnown = columns.isKnown()
                && !Unresolved.isAny(keys.all())
                && output.stream().noneMatch(column -> Unresolved.is(column.value()));
        if (!isKnown || periods.isEmpty()) {
            return;
        }
        Optional<BucketStore> store = stores.analyze(settings, definition.name(), schema(output));
        ResolvedQuery feed = new ResolvedQuery(
                draft.name(),
                definition.position(),
                read,
                new ResolvedQuery.Selection(List.of(), aggregates.calls(), keys.all(), Optional.empty()),
                new ResolvedQuery.Output(Optional.empty(), schema(output), true, false));
        streams.aggregations()
                .define(new ResolvedAggregation(
                        draft.name(), feed, output, time, periods, settings.zone(), settings.purge(), store));
    }

    private static Select columnsOnly(Select select) {
        return new Select(
                select.clause(),
                select.from(),
                Optional.empty(),
                Grouping.none(),
                select.ordering(),
                select.position());
    }

    private ResolvedInput read(StreamInput input, Select select, SingleInput rows, ExpressionContext context) {
        ExpressionAnalyzer conditions = new ExpressionAnalyzer(context, Scope.of(rows));
        List<ResolvedQuery.Handler> filters = new ArrayList<>();
        input.handlers().forEach(handler -> {
            if (handler instanceof Filter filter) {
                filters.add(new ResolvedQuery.Filter(conditions.condition(filter.condition())));
            } else {
                problems.reportUnsupported("anything but a filter before an aggregation", handler.position());
            }
        });
        select.where().ifPresent(where -> filters.add(new ResolvedQuery.Filter(conditions.condition(where))));
        return new ResolvedInput.OfStream(rows.columns().name(), rows.columns().schema(), filters);
    }

    // The grammar has names here, which may be those of events.
    private Optional<Integer> time(Expression written, SingleInput rows, ExpressionContext context) {
        Expr time = new ExpressionAnalyzer(context, Scope.of(rows)).analyze(written);
        if (!(time instanceof Expr.ColumnRef column)) {
            return Optional.empty();
        }
        if (column.type() != DataType.LONG && column.type() != DataType.STRING) {
            problems.report(
                    AnalysisError.WRONG_BUCKETS,
                    written.position(),
                    "clause",
                    "AGGREGATE BY",
                    "types",
                    "a column of type LONG or STRING",
                    "given",
                    column.type());
        }
        return Optional.of(column.column());
    }

    private List<OutputColumn> columns(SelectionAnalyzer.Selected selected, Aggregates aggregates) {
        List<OutputColumn> columns = new ArrayList<>();
        int begin = aggregates.calls().size();
        columns.add(new OutputColumn(ResolvedAggregation.TIMESTAMP, new Expr.AggregateRef(begin, DataType.LONG)));
        Set<String> names = new HashSet<>(Set.of(ResolvedAggregation.TIMESTAMP));
        for (SelectedColumn column : selected.columns()) {
            if (!names.add(column.name())) {
                problems.report(AnalysisError.DUPLICATE_COLUMN, column.position(), "column", column.name());
                continue;
            }
            if (asksElsewhere(column.value())) {
                problems.reportUnsupported("the time or a table outside of an aggregate", column.position());
            } else if (Widening.isUntypedNull(column.value())) {
                problems.report(AnalysisError.NULL_WITHOUT_TYPE, column.position());
            } else if (column.value().type() == DataType.OBJECT && !Unresolved.is(column.value())) {
                problems.reportUnsupported("an OBJECT column of an aggregation", column.position());
            }
            columns.add(new OutputColumn(column.name(), column.value()));
        }
        return columns;
    }

    // A bucket has no row when it is read, of which these could be asked.
    private static boolean asksElsewhere(Expr value) {
        return value instanceof Expr.EventTimestamp
                || value instanceof Expr.Now
                || value instanceof Truth.InTable
                || value.children().stream().anyMatch(AggregationAnalyzer::asksElsewhere);
    }

    private static Schema schema(List<OutputColumn> columns) {
        return new Schema(columns.stream()
                .map(column -> new Column(column.name(), column.value().type()))
                .toList());
    }
}
