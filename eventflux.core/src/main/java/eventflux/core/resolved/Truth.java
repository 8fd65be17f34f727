package eventflux.core.resolved;

import eventflux.api.event.DataType;
import java.util.List;
import java.util.Optional;

/** An expression that is true, false or null. */
public sealed interface Truth extends Expr {

    @Override
    default DataType type() {
        return DataType.BOOL;
    }

    /**
     * A comparison of two operands of one type.
     *
     * @param nullIsFalse classic: a null operand makes it false; otherwise it makes it null
     */
    record Comparison(ComparisonOperator operator, Expr left, Expr right, boolean nullIsFalse) implements Truth {
        /** The operands have one type. */
        public Comparison {
            if (left.type() != right.type()) {
                throw new IllegalArgumentException(operator + " of " + left.type() + ", " + right.type());
            }
        }

        @Override
        public List<Expr> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitComparison(this);
        }

        @Override
        public String toString() {
            return "(" + left + " " + operator.symbol() + " " + right + ")";
        }
    }

    /**
     * Conjunction or disjunction, left to right, stopping when decided.
     *
     * @param conjunction whether all must hold, or one
     * @param nullIsFalse classic: null counts as false; otherwise three-valued
     */
    record Logical(boolean conjunction, List<Expr> operands, boolean nullIsFalse) implements Truth {
        /** Copies the list. */
        public Logical {
            operands = List.copyOf(operands);
        }

        /**
         * The parts of a condition that all are true when it is. Where only true counts, nulls make no difference between the
         * conjunctions of the dialects.
         */
        public static List<Expr> parts(Expr condition) {
            return condition instanceof Logical logical && logical.conjunction
                    ? logical.operands.stream()
                            .flatMap(operand -> parts(operand).stream())
                            .toList()
                    : List.of(condition);
        }

        /** The condition that is true when all parts are; empty when there is none. */
        public static Optional<Expr> all(List<Expr> parts) {
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(parts.size() == 1 ? parts.get(0) : new Logical(true, parts, true));
        }

        @Override
        public List<Expr> children() {
            return operands;
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitLogical(this);
        }

        @Override
        public String toString() {
            return "("
                    + String.join(
                            conjunction ? " and " : " or ",
                            operands.stream().map(Expr::toString).toList())
                    + ")";
        }
    }

    /**
     * Negation.
     *
     * @param nullIsTrue classic: anything but true gives true; otherwise null gives null
     */
    record Not(Expr operand, boolean nullIsTrue) implements Truth {
        @Override
        public List<Expr> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitNot(this);
        }

        @Override
        public String toString() {
            return "not " + operand;
        }
    }

    /** Whether a value is null; never null itself. */
    record IsNull(Expr operand) implements Truth {
        @Override
        public List<Expr> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitIsNull(this);
        }

        @Override
        public String toString() {
            return "(" + operand + " is null)";
        }
    }

    /** Whether an OBJECT is a value of a type; never null itself. */
    record IsOfType(Expr operand, DataType tested) implements Truth {
        @Override
        public List<Expr> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitIsOfType(this);
        }

        @Override
        public String toString() {
            return operand + " is of type " + tested;
        }
    }

    /**
     * Whether a table has a row for which a condition is true; never null.
     *
     * @param table the table
     * @param condition over the row that asks, input 0, and a row of the table, input {@link #TABLE_ROW}
     * @param asking the columns of the row that asks, over the rows of this expression; without any that is the row of this
     *     expression itself
     */
    record InTable(String table, Expr condition, List<Expr> asking) implements Truth {
        /** The number of the table's row in the condition. */
        public static final int TABLE_ROW = 1;

        /** Copies the list. */
        public InTable {
            asking = List.copyOf(asking);
        }

        @Override
        public List<Expr> children() {
            return asking.isEmpty() ? List.of(condition) : asking;
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitInTable(this);
        }

        @Override
        public String toString() {
            return "(" + condition + " in " + table + ")";
        }
    }
}
