package eventflux.core.compile.store;

import eventflux.api.event.DataType;
import eventflux.api.spi.table.StoreArithmetic;
import eventflux.api.spi.table.StoreComparison;
import eventflux.api.spi.table.StoreExpression;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.ExprVisitor;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says an expression in the words of stores; empty where they have none. What does not depend on the table's row
 * becomes a parameter.
 *
 * <p>Stores know truth of three values. A condition of the classic dialect, where a comparison with null is false, is
 * true for the same rows; where more than its truth counts, below a negation, null is made false explicitly, or there
 * is no translation.
 */
final class StoreExpressions implements ExprVisitor<Optional<StoreExpression>> {

    private final ParameterList parameters;

    StoreExpressions(ParameterList parameters) {
        this.parameters = parameters;
    }

    /** A condition that is true for the same rows. */
    Optional<StoreExpression> condition(Expr condition) {
        if (!readsTable(condition)) {
            return leaf(condition);
        }
        return condition.accept(this);
    }

    /** An expression of the same value. */
    Optional<StoreExpression> value(Expr value) {
        if (!readsTable(value)) {
            return leaf(value);
        }
        return isThreeValued(value) ? value.accept(this) : Optional.empty();
    }

    private Optional<StoreExpression> leaf(Expr expr) {
        if (expr.type() == DataType.OBJECT) {
            return Optional.empty();
        }
        return Optional.of(
                expr instanceof Expr.Constant constant && constant.value() != null
                        ? new StoreExpression.Constant(constant.type(), constant.value())
                        : parameters.of(expr));
    }

    /** Whether an expression depends on the row of the table. */
    static boolean readsTable(Expr expr) {
        if (expr instanceof Truth.InTable) {
            // Its row of a table is of another one.
            return false;
        }
        if (expr instanceof Expr.ColumnRef column) {
            return column.input() == Truth.InTable.TABLE_ROW;
        }
        if (expr instanceof Expr.EventTimestamp time) {
            return time.input() == Truth.InTable.TABLE_ROW;
        }
        return expr.children().stream().anyMatch(StoreExpressions::readsTable);
    }

    private static boolean isThreeValued(Expr expr) {
        boolean itself = !(expr instanceof Truth.Comparison comparison && comparison.nullIsFalse()
                || expr instanceof Truth.Logical logical && logical.nullIsFalse()
                || expr instanceof Truth.Not not && not.nullIsTrue());
        return itself && expr.children().stream().allMatch(StoreExpressions::isThreeValued);
    }

    @Override
    public Optional<StoreExpression> visitConstant(Expr.Constant constant) {
        return leaf(constant);
    }

    @Override
    public Optional<StoreExpression> visitColumnRef(Expr.ColumnRef column) {
        return column.type() == DataType.OBJECT
                ? Optional.empty()
                : Optional.of(new StoreExpression.Column(column.column(), column.name(), column.type()));
    }

    @Override
    public Optional<StoreExpression> visitArithmetic(Expr.Arithmetic arithmetic) {
        StoreArithmetic operator = StoreArithmetic.valueOf(arithmetic.operator().name());
        return value(arithmetic.left())
                .flatMap(left -> value(arithmetic.right())
                        .map(right -> new StoreExpression.Arithmetic(operator, left, right, arithmetic.type())));
    }

    @Override
    public Optional<StoreExpression> visitComparison(Truth.Comparison comparison) {
        StoreComparison operator = StoreComparison.valueOf(comparison.operator().name());
        return value(comparison.left())
                .flatMap(left ->
                        value(comparison.right()).map(right -> new StoreExpression.Comparison(operator, left, right)));
    }

    @Override
    public Optional<StoreExpression> visitLogical(Truth.Logical logical) {
        List<StoreExpression> operands = new ArrayList<>();
        for (Expr operand : logical.operands()) {
            Optional<StoreExpression> said = condition(operand);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            operands.add(said.get());
        }
        return Optional.of(new StoreExpression.Logical(logical.conjunction(), operands));
    }

    @Override
    public Optional<StoreExpression> visitNot(Truth.Not not) {
        if (!not.nullIsTrue()) {
            return value(not.operand()).map(StoreExpression.Not::new);
        }
        // Classic: true for whatever is not true.
        return condition(not.operand())
                .map(operand -> new StoreExpression.Logical(
                        false, List.of(new StoreExpression.Not(operand), new StoreExpression.IsNull(operand))));
    }

    @Override
    public Optional<StoreExpression> visitIsNull(Truth.IsNull isNull) {
        return value(isNull.operand()).map(StoreExpression.IsNull::new);
    }

    // Stores compare numbers of two types by themselves.
    @Override
    public Optional<StoreExpression> visitWiden(Expr.Widen widen) {
        return value(widen.operand());
    }

    @Override
    public Optional<StoreExpression> visitNegate(Expr.Negate negate) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreExpression> visitIsOfType(Truth.IsOfType isOfType) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreExpression> visitConvert(Expr.Convert convert) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreExpression> visitChoice(Expr.Choice choice) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreExpression> visitOnce(Expr.Once once) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreExpression> visitAgain(Expr.Again again) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreExpression> visitCoalesce(Expr.Coalesce coalesce) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreExpression> visitCall(Expr.Call call) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreExpression> visitAggregateRef(Expr.AggregateRef aggregateRef) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreExpression> visitEventTimestamp(Expr.EventTimestamp eventTimestamp) {
        return Optional.empty();
    }

    @Override
    public Optional<StoreExpression> visitNow(Expr.Now now) {
        return leaf(now);
    }

    @Override
    public Optional<StoreExpression> visitInTable(Truth.InTable inTable) {
        return leaf(inTable);
    }
}
