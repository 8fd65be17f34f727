package eventflux.core.analyze.query;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.NumberKind;
import eventflux.api.query.expression.NumberLiteral;
import eventflux.api.query.select.OrderItem;
import eventflux.api.query.select.Ordering;
import eventflux.core.analyze.expression.Unresolved;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.OutputShape;
import eventflux.core.resolved.OutputShape.Direction;
import eventflux.core.resolved.OutputShape.OrderKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Resolves the order-by, limit and offset clauses. */
public final class OrderingAnalyzer {

    private final Function<Expression, Expr> keys;
    private final ProblemLog problems;

    /**
     * For one selection.
     *
     * @param keys resolves a key: a column of the output, a position in SQL, or any expression that a having clause may hold
     */
    public OrderingAnalyzer(Function<Expression, Expr> keys, ProblemLog problems) {
        this.keys = keys;
        this.problems = problems;
    }

    /** What the clauses say. */
    OutputShape analyze(Ordering ordering, boolean distinct) {
        List<OrderKey> order = ordering.items().stream().map(this::key).toList();
        return new OutputShape(
                distinct,
                order,
                ordering.offset().flatMap(value -> count("OFFSET", value)).orElse(0L),
                ordering.limit().flatMap(value -> count("LIMIT", value)),
                Optional.empty());
    }

    private OrderKey key(OrderItem item) {
        Expr value = keys.apply(item.key());
        if (!Unresolved.is(value) && value.type() == DataType.OBJECT) {
            problems.report(AnalysisError.WRONG_ORDER, item.position(), "type", value.type());
        }
        boolean isDescending = item.direction() == OrderItem.Direction.DESCENDING;
        return new OrderKey(value, isDescending ? Direction.DESCENDING : Direction.ASCENDING);
    }

    private Optional<Long> count(String clause, Expression value) {
        if (value instanceof NumberLiteral number
                && (number.kind() == NumberKind.INT || number.kind() == NumberKind.LONG)
                && number.value().longValue() >= 0) {
            return Optional.of(number.value().longValue());
        }
        problems.report(AnalysisError.WRONG_ROW_COUNT, value.position(), "clause", clause);
        return Optional.empty();
    }
}
