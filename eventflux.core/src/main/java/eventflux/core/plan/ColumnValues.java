package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The values of one column for which a condition can be true, as far as its comparisons with constants tell: for all other
 * values it is not. Input 0 is the row.
 */
public sealed interface ColumnValues {

    /** The column. */
    int column();

    /** Its name. */
    String name();

    /**
     * One text.
     *
     * @param text that the column has
     */
    record Text(int column, String name, String text) implements ColumnValues {}

    /**
     * A range of numbers.
     *
     * @param low where it begins
     * @param high where it ends
     */
    record Range(int column, String name, Optional<Bound> low, Optional<Bound> high) implements ColumnValues {

        private boolean isClosed() {
            return low.isPresent() && high.isPresent();
        }
    }

    /**
     * An end of a range.
     *
     * @param value Long or Double, as the column is whole or real
     * @param inclusive whether the value itself belongs to it
     */
    record Bound(Number value, boolean inclusive) {}

    /**
     * What a condition says about the column that it says most about. What stands before these comparisons must not fail: a
     * query that is not asked about a row does not report it.
     */
    static Optional<ColumnValues> of(Expr condition) {
        List<ColumnValues> found = new ArrayList<>();
        List<Expr> conjuncts = new ArrayList<>();
        addConjuncts(condition, conjuncts);
        for (Expr conjunct : conjuncts) {
            if (!(conjunct instanceof Truth.Comparison comparison) || !isPlain(comparison)) {
                break;
            }
            Comparisons.values(comparison).ifPresent(values -> Comparisons.add(found, values));
        }
        return found.stream().min(Comparator.comparingInt(ColumnValues::weight));
    }

    private static void addConjuncts(Expr condition, List<Expr> conjuncts) {
        if (condition instanceof Truth.Logical logical && logical.conjunction()) {
            logical.operands().forEach(operand -> addConjuncts(operand, conjuncts));
        } else {
            conjuncts.add(condition);
        }
    }

    private static boolean isPlain(Expr expr) {
        boolean isItself = expr instanceof Truth.Comparison
                || expr instanceof Expr.Constant
                || expr instanceof Expr.ColumnRef
                || expr instanceof Expr.Widen;
        return isItself && expr.children().stream().allMatch(ColumnValues::isPlain);
    }

    private static int weight(ColumnValues values) {
        if (!(values instanceof Range range) || range.low().equals(range.high())) {
            return 0;
        }
        return range.isClosed() ? 1 : 2;
    }

    /** Reads single comparisons. */
    final class Comparisons {

        private Comparisons() {}

        static Optional<ColumnValues> values(Truth.Comparison comparison) {
            return values(comparison.left(), comparison.operator(), comparison.right())
                    .or(() -> values(comparison.right(), comparison.operator().mirrored(), comparison.left()));
        }

        private static Optional<ColumnValues> values(Expr side, ComparisonOperator operator, Expr other) {
            Optional<Expr.ColumnRef> column = column(side);
            Optional<Object> constant = constant(other);
            if (column.isEmpty() || constant.isEmpty() || operator == ComparisonOperator.NOT_EQUAL) {
                return Optional.empty();
            }
            int place = column.get().column();
            String name = column.get().name();
            if (constant.get() instanceof String text) {
                return operator == ComparisonOperator.EQUAL
                        ? Optional.of(new Text(place, name, text))
                        : Optional.empty();
            }
            return number(column.get().type(), constant.get()).map(number -> range(place, name, operator, number));
        }

        // A whole number that is widened to a longer one keeps its value.
        private static Optional<Expr.ColumnRef> column(Expr side) {
            Expr inner = side instanceof Expr.Widen widen && widen.type() == DataType.LONG ? widen.operand() : side;
            return inner instanceof Expr.ColumnRef column ? Optional.of(column) : Optional.empty();
        }

        private static Optional<Object> constant(Expr side) {
            Expr inner = side instanceof Expr.Widen widen ? widen.operand() : side;
            return inner instanceof Expr.Constant constant ? Optional.ofNullable(constant.value()) : Optional.empty();
        }

        private static Optional<Number> number(DataType column, Object constant) {
            if (!(constant instanceof Number number)) {
                return Optional.empty();
            }
            boolean isWhole = number instanceof Integer || number instanceof Long;
            return switch (column) {
                case INT, LONG -> isWhole ? Optional.of(number.longValue()) : Optional.empty();
                case FLOAT, DOUBLE ->
                    Double.isNaN(number.doubleValue()) ? Optional.empty() : Optional.of(number.doubleValue());
                default -> Optional.empty();
            };
        }

        private static Range range(int column, String name, ComparisonOperator operator, Number number) {
            Optional<Bound> bound = Optional.of(new Bound(number, operator.includesEqual()));
            Optional<Bound> none = Optional.empty();
            return switch (operator) {
                case EQUAL -> new Range(column, name, bound, bound);
                case GREATER, GREATER_OR_EQUAL -> new Range(column, name, bound, none);
                default -> new Range(column, name, none, bound);
            };
        }

        /** Adds to what is known of a column: a range that has one end may get the other. */
        static void add(List<ColumnValues> found, ColumnValues values) {
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i) instanceof Range known
                        && values instanceof Range more
                        && known.column() == more.column()
                        && !known.isClosed()) {
                    found.set(
                            i,
                            new Range(
                                    known.column(),
                                    known.name(),
                                    known.low().or(more::low),
                                    known.high().or(more::high)));
                    return;
                }
            }
            found.add(values);
        }
    }
}
