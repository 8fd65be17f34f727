package eventflux.parser.tree;

import eventflux.api.query.expression.DurationLiteral;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.Input;
import eventflux.api.query.input.MatchClauses;
import eventflux.api.query.input.MatchRecognizeInput;
import eventflux.api.query.input.MatchRows;
import eventflux.api.query.input.MatchSkip;
import eventflux.api.query.input.VariableDefinition;
import eventflux.api.query.input.VariableSet;
import eventflux.api.query.node.Name;
import eventflux.api.query.pattern.RowAlternation;
import eventflux.api.query.pattern.RowConcatenation;
import eventflux.api.query.pattern.RowPattern;
import eventflux.api.query.pattern.RowRepetition;
import eventflux.api.query.pattern.RowVariable;
import eventflux.api.query.select.OrderItem;
import eventflux.api.query.select.ValueItem;
import eventflux.parser.grammar.EventFluxGrammar;
import java.util.List;
import java.util.Optional;

/** Builds {@code MATCH_RECOGNIZE}. */
final class MatchBuilder {

    private final Builders builders;
    private final Reading reading;

    MatchBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    MatchRecognizeInput build(EventFluxGrammar.MatchRecognizeContext context, Input source, Optional<Name> alias) {
        List<Expression> keys = context.matchKeys() == null
                ? List.of()
                : builders.expressions().buildAll(context.matchKeys().expressionList());
        List<OrderItem> order = builders.selects().order(context.orderBy());
        List<ValueItem> measures = context.measures() == null
                ? List.of()
                : context.measures().measure().stream().map(this::measure).toList();
        return new MatchRecognizeInput(source, keys, order, measures, clauses(context), alias, reading.at(context));
    }

    private ValueItem measure(EventFluxGrammar.MeasureContext context) {
        Name alias = builders.names().name(context.anyName());
        return new ValueItem(
                builders.expressions().build(context.expression()), Optional.of(alias), reading.at(context));
    }

    private MatchClauses clauses(EventFluxGrammar.MatchRecognizeContext context) {
        boolean isAll = context.matchRows() != null && context.matchRows().ALL() != null;
        Optional<DurationLiteral> within =
                Optional.ofNullable(context.duration()).map(builders.literals()::duration);
        List<VariableSet> subsets = context.subsets() == null
                ? List.of()
                : context.subsets().subset().stream().map(this::subset).toList();
        List<VariableDefinition> definitions =
                context.variableDefinition().stream().map(this::definition).toList();
        return new MatchClauses(
                isAll ? MatchRows.ALL : MatchRows.ONE,
                Optional.ofNullable(context.matchSkip()).map(this::skip),
                alternation(context.rowAlternation()),
                within,
                subsets,
                definitions,
                reading.at(context));
    }

    private MatchSkip skip(EventFluxGrammar.MatchSkipContext context) {
        if (context.name() != null) {
            MatchSkip.Place place = context.FIRST() == null ? MatchSkip.Place.TO_LAST : MatchSkip.Place.TO_FIRST;
            return new MatchSkip(place, Optional.of(builders.names().name(context.name())), reading.at(context));
        }
        MatchSkip.Place place = context.PAST() == null ? MatchSkip.Place.TO_NEXT_ROW : MatchSkip.Place.PAST_LAST_ROW;
        return new MatchSkip(place, Optional.empty(), reading.at(context));
    }

    private VariableSet subset(EventFluxGrammar.SubsetContext context) {
        Name name = builders.names().name(context.name());
        return new VariableSet(name, builders.names().names(context.nameList()), reading.at(context));
    }

    private VariableDefinition definition(EventFluxGrammar.VariableDefinitionContext context) {
        Name variable = builders.names().name(context.anyName());
        return new VariableDefinition(
                variable, builders.expressions().build(context.expression()), reading.at(context));
    }

    private RowPattern alternation(EventFluxGrammar.RowAlternationContext context) {
        List<RowPattern> choices =
                context.rowConcatenation().stream().map(this::concatenation).toList();
        return choices.size() == 1 ? choices.get(0) : new RowAlternation(choices, reading.at(context));
    }

    private RowPattern concatenation(EventFluxGrammar.RowConcatenationContext context) {
        List<RowPattern> parts =
                context.rowRepetition().stream().map(this::repetition).toList();
        return parts.size() == 1 ? parts.get(0) : new RowConcatenation(parts, reading.at(context));
    }

    private RowPattern repetition(EventFluxGrammar.RowRepetitionContext context) {
        RowPattern part = context.anyName() == null
                ? alternation(context.rowAlternation())
                : new RowVariable(builders.names().name(context.anyName()), reading.at(context.anyName()));
        if (context.quantifier() == null) {
            return part;
        }
        return new RowRepetition(
                part,
                builders.patterns().writtenQuantifier(context.quantifier()),
                context.QUESTION() != null,
                reading.at(context));
    }
}
