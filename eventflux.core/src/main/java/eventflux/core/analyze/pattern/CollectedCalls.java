package eventflux.core.analyze.pattern;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.ColumnReference;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.expression.Widening;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.ArithmeticOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedPattern.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Calls of aggregators over the events that one element of a pattern has collected: {@code sum(e1.price)}, {@code count(e1)}. */
final class CollectedCalls {

    private static final Set<String> NAMES = Set.of("sum", "avg", "min", "max", "count");

    private final CapturedColumns captured;
    private final int input;

    /**
     * Calls in one kind of expressions.
     *
     * @param input the number of the composed row in the expression
     */
    CollectedCalls(CapturedColumns captured, int input) {
        this.captured = captured;
        this.input = input;
    }

    /** How many events there are. */
    Expr count(PatternEvent event) {
        return orZero(captured.count(event, input));
    }

    /** The value of a call over a column of collected events, or a problem. */
    Expr value(Call call, PatternEvent event, ColumnReference argument, ProblemLog problems) {
        String name = call.name().text().toLowerCase(Locale.ROOT);
        boolean isPlain =
                !call.modifiers().distinct() && call.modifiers().filter().isEmpty();
        if (call.namespace().isPresent() || !NAMES.contains(name) || !isPlain) {
            problems.reportUnsupported("this call over collected events", call.position());
            return Unresolved.EXPR;
        }
        int column = event.columns().schema().indexOf(argument.column().text());
        DataType type = event.columns().schema().column(column).type();
        if (name.equals("count")) {
            return orZero(captured.folded(event, Kind.VALUES, column, DataType.LONG, input));
        }
        if (!type.isNumeric()) {
            problems.report(
                    AnalysisError.WRONG_ARGUMENT,
                    argument.position(),
                    "parameter",
                    1,
                    "name",
                    call.name(),
                    "types",
                    "a number");
            return Unresolved.EXPR;
        }
        return switch (name) {
            case "sum" -> sum(event, column, type);
            case "avg" -> average(event, column, type);
            case "min" -> captured.folded(event, Kind.MIN, column, type, input);
            default -> captured.folded(event, Kind.MAX, column, type, input);
        };
    }

    private Expr sum(PatternEvent event, int column, DataType type) {
        boolean isWhole = type == DataType.INT || type == DataType.LONG;
        return captured.folded(event, Kind.SUM, column, isWhole ? DataType.LONG : DataType.DOUBLE, input);
    }

    private Expr average(PatternEvent event, int column, DataType type) {
        Expr count = captured.folded(event, Kind.VALUES, column, DataType.LONG, input);
        return new Expr.Arithmetic(
                ArithmeticOperator.DIVIDE,
                Widening.to(sum(event, column, type), DataType.DOUBLE),
                Widening.to(count, DataType.DOUBLE),
                DataType.DOUBLE);
    }

    private static Expr orZero(Expr count) {
        Expr zero = new Expr.Constant(DataType.LONG, 0L);
        return new Expr.Choice(List.of(new Expr.IsNull(count)), List.of(zero, count), DataType.LONG);
    }
}
