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
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.WindowCondition;
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
        if (!(argument instanceof StringLiteral text) || context.parser().isEmpty()) {
            return resolve(argument, context);
        }
        ProblemLog inner = new ProblemLog();
        ParsedExpression parsed = context.parser().get().parseExpression(text.value(), context.dialect());
        parsed.problems().forEach(inner::add);
        WindowCondition condition = parsed.expression()
                .map(expression -> resolve(expression, context.inside(inner)))
                .orElseGet(() -> new WindowCondition(new Expr.Constant(DataType.BOOL, false), List.of()));
        context.problems().addAll(inner, place -> outer(place, text));
        return condition;
    }

    /** A place inside a text of one line, seen from outside; of others the text as a whole. */
    private static SourcePosition outer(SourcePosition place, StringLiteral text) {
        SourcePosition whole = text.position();
        boolean isPlain = whole.length() == text.value().length() + 2;
        return isPlain && place.line() == 1
                ? new SourcePosition(whole.line(), whole.column() + place.column(), place.length())
                : whole;
    }

    private WindowCondition resolve(Expression expression, ExpressionContext own) {
        Aggregates aggregates = new Aggregates();
        Scope scope = Scope.of(new ConditionNames(input)).withAggregates(aggregates);
        Expr value = condition(expression, new ExpressionAnalyzer(own, scope), own.problems());
        boolean looksAside = aggregates.calls().stream()
                .flatMap(call -> call.arguments().stream())
                .anyMatch(ConditionAnalyzer::isOfOtherRow);
        if (looksAside) {
            own.problems().reportUnsupported("first and last inside an aggregate", expression.position());
        }
        return new WindowCondition(value, aggregates.calls());
    }

    private static Expr condition(Expression expression, ExpressionAnalyzer analyzer, ProblemLog problems) {
        Expr value = analyzer.analyze(expression);
        if (value.type() != DataType.STRING || value instanceof Expr.Constant) {
            return analyzer.condition(value, expression);
        }
        problems.report(AnalysisError.CONDITION_FROM_ROWS, expression.position());
        return new Expr.Constant(DataType.BOOL, false);
    }

    private static boolean isOfOtherRow(Expr expr) {
        boolean isOther = expr instanceof Expr.ColumnRef column && column.input() != WindowCondition.ROW
                || expr instanceof Expr.EventTimestamp time && time.input() != WindowCondition.ROW;
        return isOther || expr.children().stream().anyMatch(ConditionAnalyzer::isOfOtherRow);
    }
}
