package eventflux.core.analyze.pattern;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.Expression;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a match beside the columns of its rows: {@code CLASSIFIER()}, the variable that the last row was matched to,
 * and {@code MATCH_NUMBER()}. What looks at rows behind, or at another row's variable, is refused by name.
 */
final class MatchFacts {

    private static final String CLASSIFIER = "classifier";
    private static final String MATCH_NUMBER = "match_number";
    private static final Set<String> NAVIGATIONS = Set.of("first", "last", "prev", "next");

    private final List<PatternEvent> elements;
    private final CapturedColumns captured;
    private final ProblemLog problems;
    private final int input;

    /**
     * Of one match.
     *
     * @param elements the variables, sets of them, and all rows
     * @param input the number of the composed row in expressions; 0 in measures
     */
    MatchFacts(List<PatternEvent> elements, CapturedColumns captured, ProblemLog problems, int input) {
        this.elements = elements;
        this.captured = captured;
        this.problems = problems;
        this.input = input;
    }

    /** The value of a call, if it is one of these; {@code name} is its name in small letters. */
    Optional<Expr> value(Call call, String name) {
        List<Expression> arguments = call.arguments();
        if (name.equals(CLASSIFIER) && arguments.size() < 2) {
            return Optional.of(classifier(call));
        }
        if (name.equals(MATCH_NUMBER) && arguments.isEmpty()) {
            return Optional.of(
                    input > 0 ? refuse("MATCH_NUMBER in a condition", call) : captured.matches(all(), input));
        }
        if (name.equals("next")) {
            return Optional.of(refuse("NEXT", call));
        }
        boolean isNavigation = NAVIGATIONS.contains(name) && !arguments.isEmpty();
        return isNavigation && !(arguments.get(0) instanceof ColumnReference)
                ? Optional.of(refuse(inside(name, arguments.get(0)), call))
                : Optional.empty();
    }

    private static String inside(String name, Expression argument) {
        boolean isCall = argument instanceof Call;
        return name.toUpperCase(Locale.ROOT) + " of "
                + (isCall ? ((Call) argument).name().text().toUpperCase(Locale.ROOT) : "a calculation");
    }

    private Expr classifier(Call call) {
        PatternEvent element = all();
        if (!call.arguments().isEmpty()) {
            Optional<PatternEvent> named = named(call.arguments().get(0));
            if (named.isEmpty()) {
                return refuse("CLASSIFIER of anything but a variable", call);
            }
            element = named.get();
        }
        Expr variable = captured.variable(element, input);
        List<Expr> conditions = new ArrayList<>();
        List<Expr> names = new ArrayList<>();
        for (PatternEvent one : elements.subList(0, elements.size() - 1)) {
            Expr place = new Expr.Constant(DataType.LONG, (long) conditions.size());
            conditions.add(new Truth.Comparison(ComparisonOperator.EQUAL, variable, place, true));
            names.add(new Expr.Constant(DataType.STRING, one.name()));
        }
        names.add(new Expr.Constant(DataType.STRING, null));
        return new Expr.Choice(conditions, names, DataType.STRING);
    }

    private Optional<PatternEvent> named(Expression argument) {
        if (!(argument instanceof ColumnReference reference)
                || reference.qualifier().isPresent()) {
            return Optional.empty();
        }
        return elements.stream()
                .filter(element -> element.name().equals(reference.column().text()))
                .findFirst();
    }

    private PatternEvent all() {
        return elements.get(elements.size() - 1);
    }

    private Expr refuse(String construct, Call call) {
        problems.reportUnsupported(construct, call.position());
        return Unresolved.EXPR;
    }
}
