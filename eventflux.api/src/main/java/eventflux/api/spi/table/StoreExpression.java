package eventflux.api.spi.table;

import eventflux.api.event.DataType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A condition or a value over a row of the table and a row of parameters, which the engine has computed of whatever
 * does not depend on the table. Truth has three values, as in SQL: a comparison with null is null, a conjunction with a
 * part that is false is false, and a condition holds when it is true. Numbers of two types are compared in the wider
 * one, texts by their code points. Immutable; equal when it says the same.
 */
public sealed interface StoreExpression {

    /** True of every row: a conjunction of nothing. */
    StoreExpression ALWAYS = new Logical(true, List.of());

    /** The type of the value. */
    DataType type();

    /** Lets a visitor do what it does for this kind of expression. */
    <R> R accept(StoreExpressionVisitor<R> visitor);

    /**
     * A column of the table's row.
     *
     * @param index counted from zero
     */
    record Column(int index, String name, DataType type) implements StoreExpression {
        @Override
        public <R> R accept(StoreExpressionVisitor<R> visitor) {
            return visitor.visitColumn(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A column of the row of parameters.
     *
     * @param index counted from zero
     */
    record Parameter(int index, DataType type) implements StoreExpression {
        @Override
        public <R> R accept(StoreExpressionVisitor<R> visitor) {
            return visitor.visitParameter(this);
        }

        @Override
        public String toString() {
            return "?" + index;
        }
    }

    /**
     * A value that is always the same.
     *
     * @param value Integer, Long, Float, Double, Boolean or String as the type says
     */
    record Constant(DataType type, Object value) implements StoreExpression {
        /** Refuses null: what may be null is a parameter. */
        public Constant {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public <R> R accept(StoreExpressionVisitor<R> visitor) {
            return visitor.visitConstant(this);
        }

        @Override
        public String toString() {
            return value instanceof String ? "'" + value + "'" : value.toString();
        }
    }

    /** A comparison of two numbers, two texts or two truth values; null when one of them is null. */
    record Comparison(StoreComparison operator, StoreExpression left, StoreExpression right)
            implements StoreExpression {
        @Override
        public DataType type() {
            return DataType.BOOL;
        }

        @Override
        public <R> R accept(StoreExpressionVisitor<R> visitor) {
            return visitor.visitComparison(this);
        }

        @Override
        public String toString() {
            return "(" + left + " " + operator.symbol() + " " + right + ")";
        }
    }

    /**
     * A conjunction or disjunction.
     *
     * @param conjunction whether all must hold, or one
     * @param operands any number; without any a conjunction is true and a disjunction false
     */
    record Logical(boolean conjunction, List<StoreExpression> operands) implements StoreExpression {
        /** Copies the list. */
        public Logical {
            operands = List.copyOf(operands);
        }

        @Override
        public DataType type() {
            return DataType.BOOL;
        }

        @Override
        public <R> R accept(StoreExpressionVisitor<R> visitor) {
            return visitor.visitLogical(this);
        }

        @Override
        public String toString() {
            if (operands.isEmpty()) {
                return String.valueOf(conjunction);
            }
            return operands.stream()
                    .map(StoreExpression::toString)
                    .collect(Collectors.joining(conjunction ? " and " : " or ", "(", ")"));
        }
    }

    /** A negation; null of null. */
    record Not(StoreExpression operand) implements StoreExpression {
        @Override
        public DataType type() {
            return DataType.BOOL;
        }

        @Override
        public <R> R accept(StoreExpressionVisitor<R> visitor) {
            return visitor.visitNot(this);
        }

        @Override
        public String toString() {
            return "not " + operand;
        }
    }

    /** Whether a value is null; never null itself. */
    record IsNull(StoreExpression operand) implements StoreExpression {
        @Override
        public DataType type() {
            return DataType.BOOL;
        }

        @Override
        public <R> R accept(StoreExpressionVisitor<R> visitor) {
            return visitor.visitIsNull(this);
        }

        @Override
        public String toString() {
            return operand + " is null";
        }
    }

    /** Arithmetic in {@code type}; null when an operand is null. What is too large for INT or LONG is refused. */
    record Arithmetic(StoreArithmetic operator, StoreExpression left, StoreExpression right, DataType type)
            implements StoreExpression {
        @Override
        public <R> R accept(StoreExpressionVisitor<R> visitor) {
            return visitor.visitArithmetic(this);
        }

        @Override
        public String toString() {
            return "(" + left + " " + operator.symbol() + " " + right + ")";
        }
    }
}
