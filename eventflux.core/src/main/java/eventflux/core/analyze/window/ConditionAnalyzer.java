package eventflux.core.analyze.window;

import eventflux.api.error.SourcePosition;
import eventflux.api.event.DataType;
import eventflux.api.query.ParsedExpression;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.StringLiteral;
import eventflux.core.analyze.expression.Aggregates;
import eventflux.core.analyze.expression.ExpressionAnalyzer;
import eventflux.core.analyze.expression.ExpressionContext;
import eventflux.core.analyze.expression.Scope;
import eventflux.core.analyze.expression.SingleInput;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.WindowCondition;
import eventflux.core.resolved.WindowCondition.FromRows;
import eventflux.core.resolved.WindowCondition.Written;
import java.util.List;

/** Resolves conditions over the rows of a window, which stand in a call as they are or as a text. */
final class ConditionAnalyzer {

    private final ExpressionContext context;
    private final SingleInput input;

    ConditionAnalyzer(ExpressionContext context, SingleInput input) {
        this.context = context;
        this.input = input;
    }

    /** The condition; what is wrong with it has been reported. */
    WindowCondition analyze(Expression argument) {
        if (!(argument instanceof StringLiteral literal) || context.parser().isEmpty()) {
            return isText(argument) ? fromRows(argument) : resolve(argument, context);
        }
        ProblemLog inner = new ProblemLog();
        Written condition = read(literal.value(), inner);
        context.problems().addAll(inner, place -> outer(place, literal));
        return condition;
    }

    /** The condition that a text stands for. */
    Written read(String text, ProblemLog problems) {
        ParsedExpression parsed = context.parser().orElseThrow().parseExpression(text, context.dialect());
        parsed.problems().forEach(problems::add);
        return parsed.expression()
                .map(expression -> resolve(expression, context.inside(problems)))
                .orElseGet(() -> new Written(new Expr.Constant(DataType.BOOL, false), List.of()));
    }

    // What is wrong with it is reported by whoever takes it for the one or the other.
    private boolean isText(Expression argument) {
        Scope scope = Scope.of(new ConditionNames(input)).withAggregates(new Aggregates());
        Expr value = new ExpressionAnalyzer(context.inside(new ProblemLog()), scope).analyze(argument);
        return value.type() == DataType.STRING && !(value instanceof Expr.Constant);
    }

    private WindowCondition fromRows(Expression argument) {
        SingleInput row = new SingleInput(input.columns(), input.alias(), WindowCondition.ROW);
        return new FromRows(
                new ExpressionAnalyzer(context, Scope.of(row)).analyze(argument),
                context.dialect(),
                input.columns().name(),
                input.columns().schema(),
                input.alias());
    }

    /** A place inside a text of one line, seen from outside; of others the text as a whole. */
    private static SourcePosition outer(SourcePosition place, StringLiteral text) {
        SourcePosition whole = text.position();
        boolean isPlain = whole.length() == text.value().length() + 2;
        return isPlain && place.line() == 1
                ? new SourcePosition(whole.line(), whole.column() + place.column(), place.length())
                : whole;
    }

    private Written resolve(Expression expression, ExpressionContext own) {
        Aggregates aggregates = new Aggregates();
        Scope scope = Scope.of(new ConditionNames(input)).withAggregates(aggregates);
        Expr value = new ExpressionAnalyzer(own, scope).condition(expression);
        boolean looksAside = aggregates.calls().stream()
                .flatMap(call -> call.arguments().stream())
                .anyMatch(ConditionAnalyzer::isOfOtherRow);
        if (looksAside) {
            own.problems().reportUnsupported("first and last inside an aggregate", expression.position());
        }
        return new Written(value, aggregates.calls());
    }

    private static boolean isOfOtherRow(Expr expr) {
        boolean isOther = expr instanceof Expr.ColumnRef column && column.input() != WindowCondition.ROW
                || expr instanceof Expr.EventTimestamp time && time.input() != WindowCondition.ROW;
        return isOther || expr.children().stream().anyMatch(ConditionAnalyzer::isOfOtherRow);
    }
}
