package eventflux.core.analyze.pattern;

import eventflux.api.error.Problem;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.input.MatchClauses;
import eventflux.api.query.input.MatchRecognizeInput;
import eventflux.api.query.input.MatchRows;
import eventflux.api.query.input.MatchSkip;
import eventflux.api.query.input.StreamInput;
import eventflux.api.query.input.VariableDefinition;
import eventflux.api.query.input.VariableSet;
import eventflux.api.query.node.Name;
import eventflux.api.query.pattern.EventElement;
import eventflux.api.query.select.OrderItem;
import eventflux.api.query.select.ValueItem;
import eventflux.api.query.stream.Filter;
import eventflux.api.query.stream.StreamHandler;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.InputNames;
import eventflux.core.analyze.expression.InputNames.NamedColumn;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedInput;
import eventflux.core.resolved.ResolvedMatch;
import eventflux.core.resolved.ResolvedMatch.Place;
import eventflux.core.resolved.ResolvedMatch.Skip;
import eventflux.core.resolved.ResolvedMatch.Variable;
import eventflux.core.resolved.ResolvedPartition;
import eventflux.core.resolved.ResolvedPattern;
import eventflux.core.resolved.ResolvedPattern.Formula;
import eventflux.core.resolved.ResolvedPattern.Leaf;
import eventflux.core.resolved.ResolvedPattern.Quantity;
import eventflux.core.resolved.ResolvedPattern.Step;
import eventflux.core.resolved.RowRegex;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Resolves one {@code MATCH_RECOGNIZE}. */
public final class MatchAnalyzer {

    private static final Quantity ANY = new Quantity(0, OptionalInt.empty());

    private final StreamInput source;
    private final StreamColumns columns;
    private final ExpressionContext context;
    private final CapturedColumns captured = new CapturedColumns();
    private final PreviousColumns previous;
    private final List<PatternEvent> elements = new ArrayList<>();
    // The places of the variables that each element stands for.
    private final List<List<Integer>> members = new ArrayList<>();

    /**
     * For one match.
     *
     * @param source the stream that it reads, with filters
     * @param columns of the stream
     * @param context of its expressions
     */
    public MatchAnalyzer(StreamInput source, StreamColumns columns, ExpressionContext context) {
        this.source = source;
        this.columns = columns;
        this.context = context;
        this.previous = new PreviousColumns(columns.schema());
    }

    /**
     * What the query reads.
     *
     * @param names how its expressions call that
     * @param match all but what is captured, which the clauses of the query may add to
     */
    public record Found(InputNames names, ResolvedMatch match) {}

    /** The match; what is wrong is reported. */
    public Found analyze(MatchRecognizeInput input) {
        MatchClauses clauses = input.clauses();
        reportUnsupported(input);
        RowPatternReader reader = new RowPatternReader(context.problems());
        RowRegex pattern = clauses.pattern().accept(reader);
        if (pattern.isEmpty()) {
            context.problems().report(AnalysisError.EMPTY_PATTERN, input.position());
        }
        addElements(reader.variables(), clauses.subsets());
        MatchNames measures = MatchNames.ofMeasures(elements, captured, previous, context);
        List<Variable> variables = variables(reader.variables(), clauses.definitions(), measures);
        MeasureNames names =
                new MeasureNames(measured(input, measures), input.alias().map(Name::text), columns.isKnown());
        ResolvedMatch match = new ResolvedMatch(
                columns.name(),
                filter(),
                elements(),
                variables,
                pattern,
                clauses.skip().map(this::skip).orElse(Skip.PAST_LAST),
                within(clauses),
                previous.all());
        return new Found(names, match);
    }

    /**
     * The match with all that was asked for; after the expressions of the query have been resolved.
     *
     * @param keys by which it has its rows apart, if it does
     */
    public ResolvedInput resolved(ResolvedMatch match, Optional<ResolvedPartition> keys) {
        ResolvedMatch whole = new ResolvedMatch(
                match.stream(),
                match.filter(),
                elements(),
                match.variables(),
                match.pattern(),
                match.skip(),
                match.within(),
                previous.all());
        return new ResolvedInput.OfMatch(whole, keys, List.of());
    }

    private void reportUnsupported(MatchRecognizeInput input) {
        if (input.clauses().rows() == MatchRows.ALL) {
            context.problems()
                    .reportUnsupported("ALL ROWS PER MATCH", input.clauses().position());
        }
        List<OrderItem> order = input.orderBy();
        boolean isTime = order.size() == 1
                && order.get(0).key() instanceof ColumnReference
                && order.get(0).direction() == OrderItem.Direction.ASCENDING;
        if (!order.isEmpty() && !isTime) {
            context.problems()
                    .reportUnsupported(
                            "another order than that of arrival", order.get(0).position());
        }
        order.forEach(item -> new ExpressionAnalyzer(context, Scope.of(own())).analyze(item.key()));
    }

    private SingleInput own() {
        return new SingleInput(columns, source.alias().map(Name::text), 0);
    }

    private Optional<Expr> filter() {
        ExpressionAnalyzer conditions = new ExpressionAnalyzer(context, Scope.of(own()));
        List<Expr> all = new ArrayList<>();
        for (StreamHandler handler : source.handlers()) {
            if (handler instanceof Filter filter) {
                all.add(conditions.condition(filter.condition()));
            } else {
                context.problems().reportUnsupported("a function or window before MATCH_RECOGNIZE", handler.position());
            }
        }
        return Unresolved.isAny(all) ? Optional.empty() : Truth.Logical.all(all);
    }

    private void addElements(List<Name> variables, List<VariableSet> subsets) {
        for (int i = 0; i < variables.size(); i++) {
            add(variables.get(i), List.of(i));
        }
        for (VariableSet subset : subsets) {
            List<Integer> places = new ArrayList<>();
            for (Name name : subset.variables()) {
                int place = place(variables, name);
                if (place >= 0) {
                    places.add(place);
                }
            }
            add(subset.name(), places);
        }
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            all.add(i);
        }
        add(new Name("*", source.position()), all);
    }

    private int place(List<Name> variables, Name name) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).text().equals(name.text())) {
                return i;
            }
        }
        context.problems()
                .reportUnknown(
                        Problem.of(AnalysisError.UNKNOWN_QUALIFIER, "name", name.text()),
                        name.position(),
                        name.text(),
                        variables.stream().map(Name::text).toList());
        return -1;
    }

    private void add(Name name, List<Integer> places) {
        EventElement element =
                new EventElement(Optional.of(name), source.stream(), List.of(), Optional.empty(), name.position());
        elements.add(
                new PatternEvent(element, columns, new PatternEvent.Place(elements.size(), 0), ANY, Optional.empty()));
        members.add(List.copyOf(places));
    }

    private List<Variable> variables(List<Name> names, List<VariableDefinition> definitions, MatchNames measures) {
        Map<String, Expr> conditions = new LinkedHashMap<>();
        for (VariableDefinition definition : definitions) {
            int place = place(names, definition.variable());
            if (place >= 0) {
                Scope scope = Scope.of(measures.inside(elements.get(place)));
                Expr condition = new ExpressionAnalyzer(context, scope).condition(definition.condition());
                conditions.put(definition.variable().text(), condition);
            }
        }
        List<Variable> variables = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).text();
            Optional<Expr> condition = Optional.ofNullable(conditions.get(name)).filter(found -> !Unresolved.is(found));
            variables.add(new Variable(name, condition, elementsOf(i)));
        }
        return variables;
    }

    private List<Integer> elementsOf(int variable) {
        List<Integer> of = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).contains(variable)) {
                of.add(i);
            }
        }
        return of;
    }

    private List<NamedColumn> measured(MatchRecognizeInput input, MatchNames measures) {
        ExpressionAnalyzer values = new ExpressionAnalyzer(context, Scope.of(measures));
        List<NamedColumn> measured = new ArrayList<>();
        for (Expression key : input.partitionBy()) {
            if (key instanceof ColumnReference column && column.qualifier().isEmpty()) {
                measures.column(column.column().text())
                        .ifPresent(value ->
                                measured.add(new NamedColumn(column.column().text(), value)));
            }
        }
        for (ValueItem measure : input.measures()) {
            measured.add(new NamedColumn(measure.alias().orElseThrow().text(), values.analyze(measure.value())));
        }
        return measured;
    }

    private ResolvedPattern elements() {
        List<Step> steps = elements.stream()
                .map(element -> new Step(
                        List.of(new Leaf(element.name(), columns.name(), Optional.empty(), ANY, Optional.empty())),
                        new Formula.Of(0)))
                .toList();
        return new ResolvedPattern(false, steps, List.of(), List.of(), captured.all());
    }

    private Skip skip(MatchSkip skip) {
        if (skip.variable().isEmpty()) {
            return skip.place() == MatchSkip.Place.TO_NEXT_ROW
                    ? new Skip(Place.TO_NEXT, OptionalInt.empty())
                    : Skip.PAST_LAST;
        }
        List<Name> names = elements.stream()
                .limit(elements.size() - 1L)
                .map(element -> element.element().alias().orElseThrow())
                .toList();
        int element = place(names, skip.variable().get());
        Place place = skip.place() == MatchSkip.Place.TO_FIRST ? Place.TO_FIRST : Place.TO_LAST;
        return element < 0 ? Skip.PAST_LAST : new Skip(place, OptionalInt.of(element));
    }

    private OptionalLong within(MatchClauses clauses) {
        if (clauses.within().isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(clauses.within().get().millis());
        } catch (ArithmeticException e) {
            context.problems()
                    .report(
                            AnalysisError.NUMBER_TOO_LARGE,
                            clauses.within().get().position());
            return OptionalLong.empty();
        }
    }
}
