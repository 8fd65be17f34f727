package eventflux.parser.tree;

import eventflux.api.query.AggregationDefinition;
import eventflux.api.query.FunctionDefinition;
import eventflux.api.query.Statement;
import eventflux.api.query.StatementHeader;
import eventflux.api.query.StreamDefinition;
import eventflux.api.query.TableDefinition;
import eventflux.api.query.TriggerDefinition;
import eventflux.api.query.WindowDefinition;
import eventflux.api.query.definition.AggregationPeriods;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.AtCron;
import eventflux.api.query.definition.AtEvery;
import eventflux.api.query.definition.AtStart;
import eventflux.api.query.definition.ColumnConstraint;
import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.definition.TriggerTime;
import eventflux.api.query.definition.Watermark;
import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.StringLiteral;
import eventflux.api.query.input.Input;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.node.DurationUnit;
import eventflux.api.query.node.Name;
import eventflux.api.query.output.EventSelection;
import eventflux.api.query.select.Ordering;
import eventflux.api.query.select.Select;
import eventflux.api.query.stream.WindowCall;
import eventflux.parser.SyntaxError;
import eventflux.parser.grammar.EventFluxGrammar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds definitions. */
final class DefinitionBuilder {

    private final Builders builders;
    private final Reading reading;

    DefinitionBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    Statement build(EventFluxGrammar.DefinitionContext context, List<Annotation> annotations) {
        StatementHeader header = new StatementHeader(annotations, dialect(context), reading.at(context));
        if (context.streamDefinition() != null) {
            return stream(context.streamDefinition(), header);
        }
        if (context.tableDefinition() != null) {
            return table(context.tableDefinition(), header);
        }
        if (context.windowDefinition() != null) {
            return window(context.windowDefinition(), header);
        }
        if (context.triggerDefinition() != null) {
            return trigger(context.triggerDefinition(), header);
        }
        return context.functionDefinition() != null
                ? function(context.functionDefinition(), header)
                : aggregation(context.aggregationDefinition(), header);
    }

    static Dialect dialect(EventFluxGrammar.DefinitionContext context) {
        boolean isSql = context.CREATE() != null
                || hasSettings(context)
                || context.streamDefinition() != null
                        && context.streamDefinition().query() != null
                || context.functionDefinition() != null
                        && context.functionDefinition().LANGUAGE() != null
                || context.aggregationDefinition() != null
                        && context.aggregationDefinition().sqlAggregation() != null;
        return isSql ? Dialect.SQL : Dialect.CLASSIC;
    }

    private static boolean hasSettings(EventFluxGrammar.DefinitionContext context) {
        return Stream.of(
                        Optional.ofNullable(context.streamDefinition())
                                .map(EventFluxGrammar.StreamDefinitionContext::settings),
                        Optional.ofNullable(context.tableDefinition())
                                .map(EventFluxGrammar.TableDefinitionContext::settings),
                        Optional.ofNullable(context.windowDefinition())
                                .map(EventFluxGrammar.WindowDefinitionContext::settings))
                .anyMatch(Optional::isPresent);
    }

    private StreamDefinition stream(EventFluxGrammar.StreamDefinitionContext context, StatementHeader header) {
        return new StreamDefinition(
                header,
                builders.names().name(context.anyName()),
                columns(context.columns()),
                primaryKey(context.columns()),
                watermark(context.columns()),
                builders.settings().settings(context.settings()),
                Optional.ofNullable(context.query()).map(builders.queries()::build));
    }

    private TableDefinition table(EventFluxGrammar.TableDefinitionContext context, StatementHeader header) {
        refuseWatermark(context.columns());
        return new TableDefinition(
                header,
                builders.names().name(context.anyName()),
                columns(context.columns()),
                primaryKey(context.columns()),
                builders.settings().settings(context.settings()));
    }

    private WindowDefinition window(EventFluxGrammar.WindowDefinitionContext context, StatementHeader header) {
        refuseWatermark(context.columns());
        WindowCall window = context.bareWindow() == null
                ? builders.handlers().clause(context.windowClause())
                : builders.handlers().bare(context.bareWindow());
        EventSelection output = context.eventSelection() == null
                ? EventSelection.ALL
                : builders.outputs().events(context.eventSelection());
        return new WindowDefinition(
                header,
                builders.names().name(context.anyName()),
                columns(context.columns()),
                window,
                output,
                builders.settings().settings(context.settings()));
    }

    private TriggerDefinition trigger(EventFluxGrammar.TriggerDefinitionContext context, StatementHeader header) {
        return new TriggerDefinition(header, builders.names().name(context.anyName()), time(context.triggerTime()));
    }

    private TriggerTime time(EventFluxGrammar.TriggerTimeContext context) {
        if (context.START() != null) {
            return new AtStart(reading.at(context));
        }
        if (context.EVERY() != null) {
            DurationLiteral period = context.duration() == null
                    ? builders.literals().milliseconds(context.INT_LITERAL().getSymbol())
                    : builders.literals().duration(context.duration());
            return new AtEvery(period, reading.at(context));
        }
        StringLiteral text = builders.literals().string(context.stringLiteral());
        return context.CRON() == null && text.value().strip().equalsIgnoreCase("start")
                ? new AtStart(reading.at(context))
                : new AtCron(text, reading.at(context));
    }

    private FunctionDefinition function(EventFluxGrammar.FunctionDefinitionContext context, StatementHeader header) {
        Name language = builders.names().qualified(context.scriptLanguage());
        String body = context.SCRIPT() == null
                ? builders.literals().string(context.stringLiteral()).value()
                : insideBraces(context.SCRIPT().getText());
        return new FunctionDefinition(
                header,
                builders.names().name(context.anyName()),
                context.column().stream().map(this::column).toList(),
                builders.names().type(context.typeName()),
                language,
                body);
    }

    private static String insideBraces(String script) {
        return script.substring(1, script.endsWith("}") ? script.length() - 1 : script.length());
    }

    // ---- columns

    private List<ColumnDefinition> columns(EventFluxGrammar.ColumnsContext context) {
        return elements(context, EventFluxGrammar.ColumnElementContext.class)
                .map(element -> column(element.column()))
                .toList();
    }

    private ColumnDefinition column(EventFluxGrammar.ColumnContext context) {
        List<ColumnConstraint> constraints = context.columnConstraint().stream()
                .filter(constraint -> constraint.PRIMARY() != null || constraint.NOT() != null)
                .map(constraint ->
                        constraint.PRIMARY() == null ? ColumnConstraint.NOT_NULL : ColumnConstraint.PRIMARY_KEY)
                .toList();
        return new ColumnDefinition(
                builders.names().name(context.anyName()),
                builders.names().type(context.typeName()),
                constraints,
                reading.at(context));
    }

    private List<Name> primaryKey(EventFluxGrammar.ColumnsContext context) {
        return elements(context, EventFluxGrammar.PrimaryKeyElementContext.class)
                .flatMap(element -> element.anyName().stream())
                .map(builders.names()::name)
                .toList();
    }

    private Optional<Watermark> watermark(EventFluxGrammar.ColumnsContext context) {
        List<EventFluxGrammar.WatermarkElementContext> all = elements(
                        context, EventFluxGrammar.WatermarkElementContext.class)
                .toList();
        all.stream().skip(1).forEach(second -> misplaced(second, "a stream has one watermark"));
        return all.stream()
                .findFirst()
                .map(element -> new Watermark(
                        builders.names().name(element.anyName()),
                        builders.expressions().build(element.expression()),
                        reading.at(element)));
    }

    private void refuseWatermark(EventFluxGrammar.ColumnsContext context) {
        elements(context, EventFluxGrammar.WatermarkElementContext.class)
                .forEach(element -> misplaced(element, "only a stream has a watermark"));
    }

    private void misplaced(EventFluxGrammar.WatermarkElementContext element, String reason) {
        reading.report(
                SyntaxError.MISPLACED_TEXT,
                reading.at(element.start),
                "text",
                "'" + element.start.getText() + "'",
                "reason",
                reason);
    }

    private static <T extends EventFluxGrammar.TableElementContext> Stream<T> elements(
            EventFluxGrammar.ColumnsContext context, Class<T> kind) {
        return context == null
                ? Stream.empty()
                : context.tableElement().stream().filter(kind::isInstance).map(kind::cast);
    }

    // ---- aggregations

    private AggregationDefinition aggregation(
            EventFluxGrammar.AggregationDefinitionContext context, StatementHeader header) {
        Select select = context.classicAggregation() == null
                ? select(context.sqlAggregation())
                : select(context.classicAggregation());
        Optional<Expression> timestamp =
                Optional.ofNullable(context.columnReference()).map(builders.references()::reference);
        return new AggregationDefinition(
                header,
                builders.names().name(context.anyName()),
                select,
                timestamp,
                periods(context.periods()),
                builders.settings().settings(context.settings()));
    }

    private Select select(EventFluxGrammar.ClassicAggregationContext context) {
        Input input = builders.inputs().build(context.input());
        return new Select(
                builders.selects().clause(context.selectClause()),
                Optional.of(input),
                Optional.empty(),
                builders.selects().grouping(context.groupBy(), null),
                Ordering.none(),
                reading.at(context));
    }

    private Select select(EventFluxGrammar.SqlAggregationContext context) {
        Input input = builders.inputs().build(context.input());
        return new Select(
                builders.selects().clause(context.selectClause()),
                Optional.of(input),
                builders.selects().where(context.where()),
                builders.selects().grouping(context.groupBy(), null),
                Ordering.none(),
                reading.at(context));
    }

    private AggregationPeriods periods(EventFluxGrammar.PeriodsContext context) {
        List<DurationUnit> units =
                context.timeUnit().stream().map(Literals::unit).toList();
        return new AggregationPeriods(units, context.ELLIPSIS() != null, reading.at(context));
    }
}
