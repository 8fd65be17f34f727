package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.core.resolved.ArithmeticOperator;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A range of a column, in which a join's condition can be true for the rows of one side: they lie in the order of the column, so that
 * the others need not be tried. The range holds all partners and perhaps more, so the condition is tested on each.
 *
 * @param key the column, over the rows of the side, input 0
 * @param low where the range begins
 * @param high where it ends
 */
public record JoinRange(Expr key, Optional<Bound> low, Optional<Bound> high) {

    /**
     * An end of a range.
     *
     * @param value over the rows of the other side, input 0 too
     * @param shift what is added to it
     * @param inclusive whether it belongs to the range
     */
    public record Bound(Expr value, long shift, boolean inclusive) {
        @Override
        public String toString() {
            return shift == 0 ? value.toString() : "(" + value + (shift < 0 ? " - " : " + ") + Math.abs(shift) + ")";
        }
    }

    /**
     * The narrowest range that comparisons give: one with two ends before one with a single end.
     *
     * @param side which input of the condition the rows are
     */
    static Optional<JoinRange> of(Expr condition, int side) {
        Map<Expr, JoinRange> found = new LinkedHashMap<>();
        for (Expr part : Truth.Logical.parts(condition)) {
            if (part instanceof Truth.Comparison comparison && comparison.operator() != ComparisonOperator.NOT_EQUAL) {
                Comparisons.add(found, side, comparison.left(), comparison.operator(), comparison.right());
                Comparisons.add(
                        found, side, comparison.right(), comparison.operator().mirrored(), comparison.left());
            }
        }
        return found.values().stream()
                .filter(JoinRange::isClosed)
                .findFirst()
                .or(() -> found.values().stream().findFirst());
    }

    private boolean isClosed() {
        return low.isPresent() && high.isPresent();
    }

    @Override
    public String toString() {
        return low.map(bound -> bound + (bound.inclusive() ? " <= " : " < ")).orElse("")
                + key
                + high.map(bound -> (bound.inclusive() ? " <= " : " < ") + bound)
                        .orElse("");
    }

    /** Reads single comparisons. */
    private static final class Comparisons {

        private Comparisons() {}

        /** A column, and what stands on the other side when it stands alone. */
        private record Column(Expr key, long shift) {}

        static void add(Map<Expr, JoinRange> found, int side, Expr compared, ComparisonOperator operator, Expr other) {
            Optional<Column> column = column(compared, side);
            Optional<Expr> value = alone(other, 1 - side);
            if (column.isEmpty() || value.isEmpty()) {
                return;
            }
            long shift = column.get().shift();
            Optional<Bound> bound = Optional.of(new Bound(value.get(), shift, shift != 0 || operator.includesEqual()));
            Expr key = column.get().key();
            JoinRange before = found.getOrDefault(key, new JoinRange(key, Optional.empty(), Optional.empty()));
            boolean isLow = operator != ComparisonOperator.LESS && operator != ComparisonOperator.LESS_OR_EQUAL;
            boolean isHigh = operator != ComparisonOperator.GREATER && operator != ComparisonOperator.GREATER_OR_EQUAL;
            found.put(
                    key,
                    new JoinRange(
                            key,
                            isLow ? before.low().or(() -> bound) : before.low(),
                            isHigh ? before.high().or(() -> bound) : before.high()));
        }

        private static Optional<Column> column(Expr compared, int side) {
            if (compared instanceof Expr.Widen widen && widen.type() == DataType.LONG) {
                return column(widen.operand(), side);
            }
            if (isWhole(compared.type()) && compared instanceof Expr.Arithmetic sum) {
                return shifted(sum, side);
            }
            Expr inner = compared instanceof Expr.Widen widen ? widen.operand() : compared;
            return isNumber(compared.type()) && inner instanceof Expr.ColumnRef
                    ? alone(compared, side).map(key -> new Column(key, 0))
                    : Optional.empty();
        }

        // What is added to a whole number on one side is taken away on the other.
        private static Optional<Column> shifted(Expr.Arithmetic sum, int side) {
            boolean adds = sum.operator() == ArithmeticOperator.ADD;
            if (!adds && sum.operator() != ArithmeticOperator.SUBTRACT) {
                return Optional.empty();
            }
            if (adds && constant(sum.left()).isPresent()) {
                return column(sum.right(), side)
                        .map(column -> moved(column, -constant(sum.left()).get()));
            }
            return constant(sum.right())
                    .flatMap(by -> column(sum.left(), side).map(column -> moved(column, adds ? -by : by)));
        }

        private static Column moved(Column column, long by) {
            return new Column(column.key(), column.shift() + by);
        }

        private static Optional<Long> constant(Expr expr) {
            Expr inner = expr instanceof Expr.Widen widen ? widen.operand() : expr;
            return inner instanceof Expr.Constant constant
                            && isWhole(constant.type())
                            && constant.value() instanceof Number number
                            && Math.abs(number.doubleValue()) < Integer.MAX_VALUE
                    ? Optional.of(number.longValue())
                    : Optional.empty();
        }

        private static boolean isWhole(DataType type) {
            return type == DataType.INT || type == DataType.LONG;
        }

        private static boolean isNumber(DataType type) {
            return isWhole(type) || type == DataType.FLOAT || type == DataType.DOUBLE;
        }

        /** The expression over one row, if it reads no other and is made of columns, constants and arithmetic. */
        private static Optional<Expr> alone(Expr expr, int input) {
            if (expr instanceof Expr.Constant) {
                return Optional.of(expr);
            }
            if (expr instanceof Expr.ColumnRef column && column.input() == input) {
                return Optional.of(new Expr.ColumnRef(0, column.column(), column.type(), column.name()));
            }
            if (expr instanceof Expr.Widen widen) {
                return alone(widen.operand(), input).map(operand -> new Expr.Widen(operand, widen.type()));
            }
            if (expr instanceof Expr.Arithmetic sum) {
                return alone(sum.left(), input)
                        .flatMap(left -> alone(sum.right(), input)
                                .map(right -> new Expr.Arithmetic(sum.operator(), left, right, sum.type())));
            }
            return Optional.empty();
        }
    }
}
