package eventflux.core.analyze.pattern;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.Call;
import eventflux.api.query.expression.ColumnReference;
import eventflux.core.analyze.expression.Aggregates;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.expression.Widening;
import eventflux.core.resolved.ArithmeticOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ResolvedPattern.Kind;
import eventflux.core.resolved.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Calls of aggregators over the events that one element of a pattern has collected: {@code sum(e1.price)}, {@code count(e1)}. */
final class CollectedCalls {

    private static final Set<String> NAMES = Set.of("sum", "avg", "min", "max", "count");

    private final ExpressionContext context;
    private final CapturedColumns captured;
    private final int input;

    /**
     * Calls in one kind of expressions.
     *
     * @param context of the expressions
     * @param input the number of the composed row in the expression
     */
    CollectedCalls(ExpressionContext context, CapturedColumns captured, int input) {
        this.context = context;
        this.captured = captured;
        this.input = input;
    }

    /** How many events there are. */
    Expr count(PatternEvent event) {
        return orZero(captured.count(event, input));
    }

    /** The value of a call over a column of collected events, or a problem. */
    Expr value(Call call, PatternEvent event, ColumnReference argument) {
        String name = call.name().text().toLowerCase(Locale.ROOT);
        boolean isPlain =
                !call.modifiers().distinct() && call.modifiers().filter().isEmpty();
        boolean isOfOne = call.arguments().size() == 1;
        if (call.namespace().isPresent() || !NAMES.contains(name) || !isPlain || !isOfOne) {
            return aggregated(call, event);
        }
        int column = event.columns().schema().indexOf(argument.column().text());
        DataType type = event.columns().schema().column(column).type();
        if (name.equals("count")) {
            return orZero(captured.folded(event, Kind.VALUES, column, DataType.LONG, input));
        }
        if (!type.isNumeric()) {
            return aggregated(call, event);
        }
        return switch (name) {
            case "sum" -> sum(event, column, type);
            case "avg" -> average(event, column, type);
            case "min" -> captured.folded(event, Kind.MIN, column, type, input);
            default -> captured.folded(event, Kind.MAX, column, type, input);
        };
    }

    // Any other: its arguments are kept, and it is asked when the match is complete.
    private Expr aggregated(Call call, PatternEvent event) {
        Aggregates aggregates = new Aggregates();
        SingleInput own = new SingleInput(event.columns(), Optional.of(event.name()), 0);
        Expr result = new ExpressionAnalyzer(context, Scope.of(own).withAggregates(aggregates)).analyze(call);
        return result instanceof Expr.AggregateRef
                ? captured.aggregated(event, aggregates.calls().get(0), input)
                : Unresolved.EXPR;
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
        return new Expr.Choice(List.of(new Truth.IsNull(count)), List.of(zero, count), DataType.LONG);
    }
}
