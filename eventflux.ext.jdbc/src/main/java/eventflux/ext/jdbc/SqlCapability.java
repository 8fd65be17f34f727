package eventflux.ext.jdbc;

import eventflux.api.event.DataType;
import eventflux.api.spi.table.StoreArithmetic;
import eventflux.api.spi.table.StoreComparison;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreExpressionVisitor;

/**
 * Which expressions a database works out exactly as the engine does. Not the order of texts, which follows the
 * collation of a column, nor division, which each database rounds in its own way.
 */
final class SqlCapability implements StoreExpressionVisitor<Boolean> {

    private final Dialect dialect;

    SqlCapability(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Whether the database may be asked. */
    boolean covers(StoreExpression expression) {
        return expression.accept(this);
    }

    @Override
    public Boolean visitColumn(StoreExpression.Column column) {
        return column.type() != DataType.OBJECT;
    }

    @Override
    public Boolean visitParameter(StoreExpression.Parameter parameter) {
        return parameter.type() != DataType.OBJECT;
    }

    @Override
    public Boolean visitConstant(StoreExpression.Constant constant) {
        return constant.type() != DataType.OBJECT;
    }

    @Override
    public Boolean visitComparison(StoreExpression.Comparison comparison) {
        boolean isEquality =
                comparison.operator() == StoreComparison.EQUAL || comparison.operator() == StoreComparison.NOT_EQUAL;
        boolean isText = comparison.left().type() == DataType.STRING;
        boolean isFloat =
                comparison.left().type() == DataType.FLOAT || comparison.right().type() == DataType.FLOAT;
        return (isEquality || !isText)
                && (!isFloat || dialect.comparesFloats())
                && covers(comparison.left())
                && covers(comparison.right());
    }

    @Override
    public Boolean visitLogical(StoreExpression.Logical logical) {
        return logical.operands().stream().allMatch(this::covers);
    }

    @Override
    public Boolean visitNot(StoreExpression.Not not) {
        return covers(not.operand());
    }

    @Override
    public Boolean visitIsNull(StoreExpression.IsNull isNull) {
        return covers(isNull.operand());
    }

    @Override
    public Boolean visitArithmetic(StoreExpression.Arithmetic arithmetic) {
        boolean isExact = arithmetic.operator() != StoreArithmetic.DIVIDE
                && arithmetic.operator() != StoreArithmetic.REMAINDER
                && arithmetic.type() != DataType.FLOAT
                && (!arithmetic.type().isInteger() || dialect.refusesOverflow());
        return isExact && covers(arithmetic.left()) && covers(arithmetic.right());
    }
}
