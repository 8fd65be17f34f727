package eventflux.parser.tree;

import eventflux.api.error.SourcePosition;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.QueryInput;
import eventflux.api.query.output.UnnamedOutput;
import eventflux.api.query.select.AllColumns;
import eventflux.api.query.select.Grouping;
import eventflux.api.query.select.OrderItem;
import eventflux.api.query.select.Ordering;
import eventflux.api.query.select.Query;
import eventflux.api.query.select.Select;
import eventflux.api.query.select.SelectClause;
import eventflux.api.query.select.SelectExpression;
import eventflux.api.query.select.SelectExpressionVisitor;
import eventflux.api.query.select.SelectItem;
import eventflux.api.query.select.SetQuantifier;
import eventflux.api.query.select.Union;
import eventflux.api.query.select.ValueItem;
import eventflux.parser.grammar.EventFluxGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds selections and their clauses. */
final class SelectBuilder {

    private final Builders builders;
    private final Reading reading;

    SelectBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    SelectExpression build(EventFluxGrammar.SelectBodyContext context) {
        Ordering ordering = ordering(context.ordering());
        if (context.unionTail().isEmpty()) {
            return ordered(term(context.selectTerm()), ordering);
        }
        return union(context, ordering);
    }

    /** Branches from left to right; those joined by the same word are one union. */
    private SelectExpression union(EventFluxGrammar.SelectBodyContext context, Ordering ordering) {
        List<EventFluxGrammar.UnionTailContext> tails = context.unionTail();
        List<SetQuantifier> quantifiers =
                tails.stream().map(SelectBuilder::quantifier).toList();
        int levels = 1;
        for (int i = 1; i < quantifiers.size(); i++) {
            levels += quantifiers.get(i) == quantifiers.get(i - 1) ? 0 : 1;
        }
        reading.enter(levels, context.start);
        List<SelectExpression> branches = new ArrayList<>(List.of(term(context.selectTerm())));
        SetQuantifier current = quantifiers.get(0);
        for (int i = 0; i < quantifiers.size(); i++) {
            EventFluxGrammar.SelectTermContext term = tails.get(i).selectTerm();
            if (quantifiers.get(i) != current) {
                SourcePosition place = reading.at(context.start, tails.get(i - 1).stop);
                branches = new ArrayList<>(List.of(new Union(branches, current, Ordering.none(), place)));
                current = quantifiers.get(i);
            }
            branches.add(term(term));
        }
        reading.leave(levels);
        return new Union(branches, current, ordering, reading.at(context));
    }

    private static SetQuantifier quantifier(EventFluxGrammar.UnionTailContext context) {
        return context.setQuantifier() == null ? SetQuantifier.DISTINCT : quantifier(context.setQuantifier());
    }

    private SelectExpression term(EventFluxGrammar.SelectTermContext context) {
        if (context.selectBody() != null) {
            reading.enter(1, context.start);
            SelectExpression inside = build(context.selectBody());
            reading.leave(1);
            return inside;
        }
        return new Select(
                clause(context.selectClause()),
                Optional.ofNullable(context.input()).map(builders.inputs()::build),
                where(context.where()),
                grouping(context.groupBy(), context.having()),
                Ordering.none(),
                reading.at(context));
    }

    /** The same selection in an order; one that has an order already becomes a subquery. */
    private static SelectExpression ordered(SelectExpression body, Ordering ordering) {
        return ordering.equals(Ordering.none()) ? body : body.accept(new Orderer(ordering));
    }

    static SelectClause allColumns(SourcePosition place) {
        return new SelectClause(SetQuantifier.ALL, List.of(new AllColumns(Optional.empty(), place)), place);
    }

    SelectClause clause(EventFluxGrammar.SelectClauseContext context) {
        List<SelectItem> items = context.selectItem().stream().map(this::item).toList();
        SetQuantifier quantifier =
                context.setQuantifier() == null ? SetQuantifier.ALL : quantifier(context.setQuantifier());
        return new SelectClause(quantifier, items, reading.at(context));
    }

    private static SetQuantifier quantifier(EventFluxGrammar.SetQuantifierContext context) {
        return context.DISTINCT() == null ? SetQuantifier.ALL : SetQuantifier.DISTINCT;
    }

    private SelectItem item(EventFluxGrammar.SelectItemContext context) {
        if (context.expression() == null) {
            return new AllColumns(
                    Optional.ofNullable(context.streamName()).map(builders.names()::stream), reading.at(context));
        }
        return new ValueItem(
                builders.expressions().build(context.expression()),
                builders.names().alias(context.alias()),
                reading.at(context));
    }

    Optional<Expression> where(EventFluxGrammar.WhereContext context) {
        return Optional.ofNullable(context).map(where -> builders.expressions().build(where.expression()));
    }

    Grouping grouping(EventFluxGrammar.GroupByContext keys, EventFluxGrammar.HavingContext having) {
        return new Grouping(
                keys == null ? List.of() : builders.expressions().buildAll(keys.expressionList()),
                Optional.ofNullable(having).map(clause -> builders.expressions().build(clause.expression())));
    }

    Ordering ordering(EventFluxGrammar.OrderingContext context) {
        return new Ordering(
                order(context.orderBy()),
                Optional.ofNullable(context.limit())
                        .map(limit -> builders.expressions().build(limit.expression())),
                Optional.ofNullable(context.offset())
                        .map(offset -> builders.expressions().build(offset.expression())));
    }

    List<OrderItem> order(EventFluxGrammar.OrderByContext context) {
        return context == null
                ? List.of()
                : context.orderItem().stream().map(this::orderItem).toList();
    }

    private OrderItem orderItem(EventFluxGrammar.OrderItemContext context) {
        OrderItem.Direction direction =
                context.DESC() == null ? OrderItem.Direction.ASCENDING : OrderItem.Direction.DESCENDING;
        return new OrderItem(builders.expressions().build(context.expression()), direction, reading.at(context));
    }

    /** Gives a selection an order. */
    private record Orderer(Ordering ordering) implements SelectExpressionVisitor<SelectExpression> {

        @Override
        public SelectExpression visitSelect(Select select) {
            if (!select.ordering().equals(Ordering.none())) {
                return wrapped(select);
            }
            return new Select(
                    select.clause(), select.from(), select.where(), select.grouping(), ordering, select.position());
        }

        @Override
        public SelectExpression visitUnion(Union union) {
            if (!union.ordering().equals(Ordering.none())) {
                return wrapped(union);
            }
            return new Union(union.branches(), union.quantifier(), ordering, union.position());
        }

        private Select wrapped(SelectExpression body) {
            SourcePosition place = body.position();
            Query query = new Query(List.of(), body, Optional.empty(), new UnnamedOutput(place), place);
            QueryInput input = new QueryInput(query, Optional.empty(), List.of(), place);
            return new Select(
                    allColumns(place), Optional.of(input), Optional.empty(), Grouping.none(), ordering, place);
        }
    }
}
