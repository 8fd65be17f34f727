package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.node.Dialect;
import java.util.Optional;

/**
 * The table (operator, left, right) to type of both dialects. The dialects differ in one row: {@code /} is whole-number division
 * of whole numbers in the classic dialect and gives DOUBLE always in SQL.
 */
public final class OperatorTypes {

    private OperatorTypes() {}

    /**
     * How an operator works.
     *
     * @param operands the type that both operands are widened to
     * @param result the type of the value
     */
    public record Operation(DataType operands, DataType result) {}

    /** How an operator works on two types; empty when it does not apply to them. */
    public static Optional<Operation> of(BinaryOperator operator, DataType left, DataType right, Dialect dialect) {
        if (operator.isComparison()) {
            return comparable(operator, left, right).map(operands -> new Operation(operands, DataType.BOOL));
        }
        if (!left.isNumeric() || !right.isNumeric()) {
            return Optional.empty();
        }
        DataType wider = wider(left, right);
        return switch (operator) {
            case DIVIDE -> Optional.of(arithmetic(dialect == Dialect.SQL ? DataType.DOUBLE : wider));
            case CONCATENATE -> Optional.empty();
            case INTEGER_DIVIDE -> wider.isInteger() ? Optional.of(arithmetic(wider)) : Optional.empty();
            default -> Optional.of(arithmetic(wider));
        };
    }

    /** The wider of two numeric types. */
    static DataType wider(DataType left, DataType right) {
        return left.compareTo(right) >= 0 ? left : right;
    }

    private static Operation arithmetic(DataType type) {
        return new Operation(type, type);
    }

    private static Optional<DataType> comparable(BinaryOperator operator, DataType left, DataType right) {
        if (left.isNumeric() && right.isNumeric()) {
            return Optional.of(wider(left, right));
        }
        boolean isEquality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
        boolean isKnown = left == DataType.STRING || left == DataType.BOOL && isEquality;
        return left == right && isKnown ? Optional.of(left) : Optional.empty();
    }
}
