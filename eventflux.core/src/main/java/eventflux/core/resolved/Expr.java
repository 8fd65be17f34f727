package eventflux.core.resolved;

import eventflux.api.event.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An expression after analysis: every name is a place, every operand has the type its operator works in, every choice between
 * dialects has been made. Immutable, printable; the code generator reads nothing else.
 */
public sealed interface Expr
        permits Truth,
                Expr.Constant,
                Expr.ColumnRef,
                Expr.Arithmetic,
                Expr.Negate,
                Expr.Widen,
                Expr.Convert,
                Expr.Choice,
                Expr.Once,
                Expr.Again,
                Expr.Coalesce,
                Expr.Call,
                Expr.AggregateRef,
                Expr.EventTimestamp,
                Expr.Now {

    /** The type of the value. */
    DataType type();

    /** The expressions that it is made of, in order. */
    default List<Expr> children() {
        return List.of();
    }

    /** Lets a visitor do what it does for this kind of expression. */
    <R> R accept(ExprVisitor<R> visitor);

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

    /**
     * An expression whose body asks for the value of an operand more than once.
     *
     * @param operand computed first, and once
     * @param body where {@link Again} is the value of the operand, unless another of these is in between
     */
    record Once(Expr operand, Expr body) implements Expr {
        @Override
        public DataType type() {
            return body.type();
        }

        @Override
        public List<Expr> children() {
            return List.of(operand, body);
        }

        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitOnce(this);
        }

        @Override
        public String toString() {
            return "with it = " + operand + ": " + body;
        }
    }

    /** The operand of the {@link Once} around. */
    record Again(DataType type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.visitAgain(this);
        }

        @Override
        public String toString() {
            return "it";
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
}
