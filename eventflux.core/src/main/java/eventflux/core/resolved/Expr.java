package eventflux.core.resolved;

import eventflux.api.event.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An expression after analysis: every name is a place, every operand has the type its operator works in, every choice between
 * dialects has been made. Immutable, printable; the code generator reads nothing else.
 */
public sealed interface Expr {

    /** The type of the value. */
    DataType type();

    /** The expressions that it is made of, in order. */
    default List<Expr> children() {
        return List.of();
    }

    /** Lets a visitor do what it does for this kind of expression. */
    <R> R accept(ExprVisitor<R> visitor);

    /** True, false or null. */
    sealed interface Truth extends Expr {
        @Override
        default DataType type() {
            return DataType.BOOL;
        }
    }

    /**
     * A literal.
     *
     * @param value Integer, Long, Float, Double, Boolean or String as the type says; null for the null of that type
     */
    record Constant(DataType type, Object value) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitConstant(this);
        }

        @Override
        public String toString() {
            return value instanceof String ? "'" + value + "'" : String.valueOf(value);
        }
    }

    /**
     * A column of an input row.
     *
     * @param input which input: 0 for the only one
     * @param column counted from zero in the input's schema
     */
    record ColumnRef(int input, int column, DataType type, String name) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitColumnRef(this);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Arithmetic on two operands of {@code type}; null when one is null, or on division by zero. INT and LONG overflow is an
     * {@link ArithmeticException}, an error of the row.
     */
    record Arithmetic(ArithmeticOperator operator, Expr left, Expr right, DataType type) implements Expr {
        /** The operands have the type of the result. */
        public Arithmetic {
            if (left.type() != type || right.type() != type) {
                throw new IllegalArgumentException(
                        operator + " in " + type + " of " + left.type() + ", " + right.type());
            }
        }

        @Override
        public List<Expr> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitArithmetic(this);
        }

        @Override
        public String toString() {
            return "(" + left + " " + operator.symbol() + " " + right + ")";
        }
    }

    /** The negative; null of null. */
    record Negate(Expr operand) implements Expr {
        @Override
        public DataType type() {
            return operand.type();
        }

        @Override
        public List<Expr> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitNegate(this);
        }

        @Override
        public String toString() {
            return "-" + operand;
        }
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
            return operand + " is null";
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

    /** Implicit numeric widening. */
    record Widen(Expr operand, DataType type) implements Expr {
        /** Nothing narrows. */
        public Widen {
            if (!operand.type().widensTo(type)) {
                throw new IllegalArgumentException(operand.type() + " does not widen to " + type);
            }
        }

        @Override
        public List<Expr> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitWiden(this);
        }

        @Override
        public String toString() {
            return type.name().toLowerCase(Locale.ROOT) + "(" + operand + ")";
        }
    }

    /**
     * An explicit conversion as {@code CAST} and {@code cast()} / {@code convert()} ask for it; null when the value cannot be
     * converted (text that is no number, a number that does not fit).
     */
    record Convert(Expr operand, DataType type) implements Expr {
        @Override
        public List<Expr> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitConvert(this);
        }

        @Override
        public String toString() {
            return "convert(" + operand + ", " + type + ")";
        }
    }

    /**
     * The first branch whose condition is true, else the last value; covers CASE, IF and ifThenElse.
     *
     * @param conditions BOOL, one a branch
     * @param values one a branch and one more, of {@code type}
     */
    record Choice(List<Expr> conditions, List<Expr> values, DataType type) implements Expr {
        /** Copies the lists. */
        public Choice {
            conditions = List.copyOf(conditions);
            values = List.copyOf(values);
            if (values.size() != conditions.size() + 1) {
                throw new IllegalArgumentException("conditions=" + conditions.size() + " values=" + values.size());
            }
        }

        @Override
        public List<Expr> children() {
            return Stream.concat(conditions.stream(), values.stream()).toList();
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitChoice(this);
        }

        @Override
        public String toString() {
            return "choice" + conditions + values;
        }
    }

    /** The first operand that is not null; covers coalesce, default and ifnull. */
    record Coalesce(List<Expr> operands, DataType type) implements Expr {
        /** Copies the list. */
        public Coalesce {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Expr> children() {
            return operands;
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitCoalesce(this);
        }

        @Override
        public String toString() {
            return "coalesce" + operands;
        }
    }

    /**
     * A call of an extension's static method.
     *
     * @param function what is called
     * @param arguments with the types of the signature; a variable last parameter has its arguments one by one
     */
    record Call(FunctionBinding function, List<Expr> arguments, DataType type) implements Expr {
        /** Copies the list. */
        public Call {
            Objects.requireNonNull(function, "function");
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expr> children() {
            return arguments;
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitCall(this);
        }

        @Override
        public String toString() {
            return function.name() + arguments;
        }
    }

    /** The result of an aggregator of the same selection. */
    record AggregateRef(int index, DataType type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitAggregateRef(this);
        }

        @Override
        public String toString() {
            return "aggregate#" + index;
        }
    }

    /**
     * The time of a row.
     *
     * @param input which
     */
    record EventTimestamp(int input) implements Expr {
        /** The time of the only row. */
        public EventTimestamp() {
            this(0);
        }

        @Override
        public DataType type() {
            return DataType.LONG;
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitEventTimestamp(this);
        }

        @Override
        public String toString() {
            return input == 0 ? "eventTimestamp()" : "eventTimestamp(" + input + ")";
        }
    }

    /** The application's time. */
    record Now() implements Expr {
        @Override
        public DataType type() {
            return DataType.LONG;
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitNow(this);
        }

        @Override
        public String toString() {
            return "now()";
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
