package eventflux.parser.tree;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.Input;
import eventflux.api.query.node.Dialect;
import eventflux.api.query.output.Assignment;
import eventflux.api.query.output.DeleteRows;
import eventflux.api.query.output.EventSelection;
import eventflux.api.query.output.InsertInto;
import eventflux.api.query.output.OutputAction;
import eventflux.api.query.output.OutputRate;
import eventflux.api.query.output.TableTarget;
import eventflux.api.query.output.UnnamedOutput;
import eventflux.api.query.output.UpdateRows;
import eventflux.api.query.output.UpsertRows;
import eventflux.api.query.select.CommonTable;
import eventflux.api.query.select.Grouping;
import eventflux.api.query.select.Ordering;
import eventflux.api.query.select.Query;
import eventflux.api.query.select.Select;
import eventflux.api.query.select.SelectClause;
import eventflux.api.query.select.SelectExpression;
import eventflux.api.query.select.SelectItem;
import eventflux.api.query.select.SetQuantifier;
import eventflux.api.query.select.Union;
import eventflux.api.query.select.ValueItem;
import eventflux.parser.grammar.EventFluxGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds queries of all shapes, and tells their dialects apart. */
final class QueryBuilder {

    private final Builders builders;
    private final Reading reading;

    QueryBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    Query build(EventFluxGrammar.QueryContext context) {
        List<CommonTable> tables = commonTables(context.commonTables());
        if (context.fromQuery() != null) {
            return from(context.fromQuery(), tables, context);
        }
        if (context.selectQuery() != null) {
            return select(context.selectQuery(), tables, context);
        }
        if (context.insertQuery() != null) {
            return insert(context.insertQuery(), tables, context);
        }
        if (context.upsertQuery() != null) {
            return upsert(context.upsertQuery(), tables, context);
        }
        return context.updateQuery() != null
                ? update(context.updateQuery(), tables, context)
                : delete(context.deleteQuery(), tables, context);
    }

    /**
     * The dialect of a query: the classic one starts with what it reads, and on demand it selects from nothing or has its
     * condition behind {@code on}.
     */
    static Dialect dialect(EventFluxGrammar.QueryContext context) {
        if (context.commonTables() != null) {
            return Dialect.SQL;
        }
        if (context.fromQuery() != null) {
            return context.fromQuery().firstInput().wordedPattern() == null ? Dialect.CLASSIC : Dialect.SQL;
        }
        if (context.selectQuery() != null) {
            return isClassic(context.selectQuery()) ? Dialect.CLASSIC : Dialect.SQL;
        }
        if (context.updateQuery() != null) {
            return context.updateQuery().ON() == null ? Dialect.SQL : Dialect.CLASSIC;
        }
        if (context.deleteQuery() != null) {
            return context.deleteQuery().ON() == null ? Dialect.SQL : Dialect.CLASSIC;
        }
        return Dialect.SQL;
    }

    private static boolean isClassic(EventFluxGrammar.SelectQueryContext context) {
        EventFluxGrammar.SelectTermContext term = context.selectBody().selectTerm();
        return context.outputAction() != null
                && context.selectBody().unionTail().isEmpty()
                && term.selectClause() != null
                && term.input() == null;
    }

    private List<CommonTable> commonTables(EventFluxGrammar.CommonTablesContext context) {
        return context == null
                ? List.of()
                : context.commonTable().stream().map(this::commonTable).toList();
    }

    private CommonTable commonTable(EventFluxGrammar.CommonTableContext context) {
        reading.enter(1, context.start);
        Query query = build(context.query());
        reading.leave(1);
        return new CommonTable(
                builders.names().name(context.anyName()),
                builders.names().names(context.nameList()),
                query,
                reading.at(context));
    }

    private Query from(EventFluxGrammar.FromQueryContext context, List<CommonTable> tables, ParserRuleContext whole) {
        Input input = builders.inputs().build(context.firstInput());
        SelectBuilder selects = builders.selects();
        SelectClause clause = context.selectClause() == null
                ? SelectBuilder.allColumns(input.position())
                : selects.clause(context.selectClause());
        Select select = new Select(
                clause,
                Optional.of(input),
                Optional.empty(),
                selects.grouping(context.groupBy(), context.having()),
                selects.ordering(context.ordering()),
                reading.at(context));
        return query(
                tables, select, builders.outputs().rate(context.outputRate()), action(context.outputAction(), whole));
    }

    private Query select(
            EventFluxGrammar.SelectQueryContext context, List<CommonTable> tables, ParserRuleContext whole) {
        return query(
                tables,
                builders.selects().build(context.selectBody()),
                builders.outputs().rate(context.outputRate()),
                action(context.outputAction(), whole));
    }

    private Query insert(
            EventFluxGrammar.InsertQueryContext context, List<CommonTable> tables, ParserRuleContext whole) {
        InsertInto target = new InsertInto(
                builders.outputs().events(context.eventSelection()),
                builders.names().stream(context.streamName()),
                builders.names().names(context.nameList()),
                reading.at(whole));
        if (context.values() != null) {
            return query(tables, values(context.values()), Optional.empty(), target);
        }
        List<CommonTable> allTables = new ArrayList<>(tables);
        allTables.addAll(commonTables(context.commonTables()));
        return query(
                allTables,
                builders.selects().build(context.selectBody()),
                builders.outputs().rate(context.outputRate()),
                target);
    }

    private SelectExpression values(EventFluxGrammar.ValuesContext context) {
        List<SelectExpression> rows = new ArrayList<>();
        context.valueRow().forEach(row -> rows.add(values(row)));
        return rows.size() == 1
                ? rows.get(0)
                : new Union(rows, SetQuantifier.ALL, Ordering.none(), reading.at(context));
    }

    private Select values(EventFluxGrammar.ValueRowContext context) {
        SourcePosition place = reading.at(context);
        List<SelectItem> items = new ArrayList<>();
        builders.expressions()
                .buildAll(context.expressionList())
                .forEach(value -> items.add(new ValueItem(value, Optional.empty(), value.position())));
        SelectClause clause = new SelectClause(SetQuantifier.ALL, items, place);
        return new Select(clause, Optional.empty(), Optional.empty(), Grouping.none(), Ordering.none(), place);
    }

    private Query upsert(
            EventFluxGrammar.UpsertQueryContext context, List<CommonTable> tables, ParserRuleContext whole) {
        SelectExpression body = builders.selects().build(context.selectBody());
        OutputAction output = new UpsertRows(
                builders.outputs().target(context.tableTarget()),
                EventSelection.CURRENT,
                List.of(),
                builders.expressions().build(context.expression()),
                reading.at(whole));
        return query(tables, body, builders.outputs().rate(context.outputRate()), output);
    }

    private Query update(
            EventFluxGrammar.UpdateQueryContext context, List<CommonTable> tables, ParserRuleContext whole) {
        TableTarget target = builders.outputs().target(context.tableTarget());
        EventSelection events = builders.outputs().events(context.forEvents());
        List<Assignment> assignments = builders.outputs().assignments(context.assignments());
        Select body = read(context.input(), whole);
        Expression condition = builders.expressions().build(context.expression());
        OutputAction output = context.INSERT() == null
                ? new UpdateRows(target, events, assignments, condition, reading.at(whole))
                : new UpsertRows(target, events, assignments, condition, reading.at(whole));
        return query(tables, body, Optional.empty(), output);
    }

    private Query delete(
            EventFluxGrammar.DeleteQueryContext context, List<CommonTable> tables, ParserRuleContext whole) {
        TableTarget target = builders.outputs().target(context.tableTarget());
        EventSelection events = builders.outputs().events(context.forEvents());
        Select body = read(context.input(), whole);
        Expression condition = builders.expressions().build(context.expression());
        return query(tables, body, Optional.empty(), new DeleteRows(target, events, condition, reading.at(whole)));
    }

    /** All columns of what an update or a deletion reads. */
    private Select read(EventFluxGrammar.InputContext input, ParserRuleContext whole) {
        Optional<Input> from = Optional.ofNullable(input).map(builders.inputs()::build);
        SourcePosition place = from.map(Input::position).orElseGet(() -> reading.at(whole));
        return new Select(
                SelectBuilder.allColumns(place), from, Optional.empty(), Grouping.none(), Ordering.none(), place);
    }

    private OutputAction action(EventFluxGrammar.OutputActionContext context, ParserRuleContext whole) {
        return context == null
                ? new UnnamedOutput(reading.at(whole))
                : builders.outputs().action(context);
    }

    private static Query query(
            List<CommonTable> tables, SelectExpression body, Optional<OutputRate> rate, OutputAction output) {
        return new Query(tables, body, rate, output, body.position());
    }
}
