package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.core.plan.TablePlan.ColumnIndex;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of a table are found for which a condition is true: which index gives the candidates, and what of the condition
 * is left to be tested on each. Input 0 of the condition is the row that asks, input 1 the row of the table.
 *
 * @param way which candidates
 * @param rest what is tested on them; empty when the index settles everything
 */
public record TableAccess(Way way, Optional<Expr> rest) implements RowAccess {

    /** Which rows are candidates. */
    public sealed interface Way {}

    /** All rows. */
    public record All() implements Way {
        @Override
        public String toString() {
            return "all rows";
        }
    }

    /** Rows of a store, which tests as much of the condition as it can. */
    public record InStore() implements Way {
        @Override
        public String toString() {
            return "its store";
        }
    }

    /**
     * The rows of one primary key.
     *
     * @param key a value for each of its columns
     */
    public record PrimaryKey(List<Expr> key) implements Way {
        /** Copies the list. */
        public PrimaryKey {
            key = List.copyOf(key);
        }

        @Override
        public String toString() {
            return "primary key " + key;
        }
    }

    /**
     * The rows of one value of a column.
     *
     * @param index over the column
     * @param name of the column
     * @param key the value
     */
    public record Value(ColumnIndex index, String name, Expr key) implements Way {
        @Override
        public String toString() {
            return (index.ordered() ? "ordered" : "hash") + " index " + name + " = " + key;
        }
    }

    /**
     * The rows of a range of values of a column.
     *
     * @param index over the column
     * @param name of the column
     * @param low where it begins
     * @param high where it ends
     */
    public record Range(ColumnIndex index, String name, Optional<Bound> low, Optional<Bound> high) implements Way {
        @Override
        public String toString() {
            return "ordered index " + name
                    + low.map(bound -> (bound.inclusive() ? " >= " : " > ") + bound.key())
                            .orElse("")
                    + high.map(bound -> (bound.inclusive() ? " <= " : " < ") + bound.key())
                            .orElse("");
        }
    }

    /**
     * An end of a range.
     *
     * @param key the value
     * @param inclusive whether the value itself belongs to it
     */
    public record Bound(Expr key, boolean inclusive) {}

    /** The way that leaves the fewest candidates, as far as the definition of the table tells. */
    public static TableAccess of(TablePlan table, Expr condition) {
        return table.store().isPresent()
                ? new TableAccess(new InStore(), Optional.of(condition))
                : new Choice(table, condition).access();
    }

    @Override
    public String toString() {
        return way + rest.map(test -> " where " + test).orElse("");
    }

    /** A conjunct that compares a column of the table with a value that the asking row gives. */
    private record Comparison(int column, ComparisonOperator operator, Expr value, Expr conjunct) {}

    /** Weighs the indexes of one table for one condition. */
    private static final class Choice {

        private final TablePlan table;
        private final List<Expr> conjuncts = new ArrayList<>();
        private final List<Comparison> comparisons = new ArrayList<>();

        Choice(TablePlan table, Expr condition) {
            this.table = table;
            conjuncts.addAll(Expr.Logical.parts(condition));
            conjuncts.forEach(this::addComparison);
        }

        private void addComparison(Expr conjunct) {
            if (conjunct instanceof Expr.Comparison comparison) {
                addComparison(comparison.left(), comparison.operator(), comparison.right(), conjunct);
                addComparison(comparison.right(), comparison.operator().mirrored(), comparison.left(), conjunct);
            }
        }

        private void addComparison(Expr side, ComparisonOperator operator, Expr value, Expr conjunct) {
            Optional<Expr.ColumnRef> column = column(side);
            if (column.isPresent() && !readsTable(value)) {
                comparisons.add(new Comparison(column.get().column(), operator, value, conjunct));
            }
        }

        // A whole number that is widened to a longer one keeps its key.
        private static Optional<Expr.ColumnRef> column(Expr side) {
            Expr inner = side instanceof Expr.Widen widen && widen.type() == DataType.LONG ? widen.operand() : side;
            return inner instanceof Expr.ColumnRef column && column.input() == Expr.InTable.TABLE_ROW
                    ? Optional.of(column)
                    : Optional.empty();
        }

        private static boolean readsTable(Expr value) {
            return value instanceof Expr.ColumnRef column && column.input() == Expr.InTable.TABLE_ROW
                    || value.children().stream().anyMatch(Choice::readsTable);
        }

        TableAccess access() {
            return primaryKey()
                    .or(() -> value(false))
                    .or(() -> value(true))
                    .or(this::range)
                    .orElseGet(() -> new TableAccess(new All(), rest(List.of())));
        }

        private Optional<TableAccess> primaryKey() {
            Map<Integer, Comparison> equal = new HashMap<>();
            comparisons.stream()
                    .filter(comparison -> comparison.operator() == ComparisonOperator.EQUAL)
                    .forEach(comparison -> equal.putIfAbsent(comparison.column(), comparison));
            if (table.primaryKey().isEmpty() || !equal.keySet().containsAll(table.primaryKey())) {
                return Optional.empty();
            }
            List<Comparison> key = table.primaryKey().stream().map(equal::get).toList();
            // The key of several columns is a hash.
            boolean isExact = key.size() == 1;
            PrimaryKey way = new PrimaryKey(key.stream().map(Comparison::value).toList());
            return Optional.of(new TableAccess(way, rest(isExact ? key : List.of())));
        }

        private Optional<TableAccess> value(boolean ordered) {
            for (ColumnIndex index : table.indexes()) {
                Optional<Comparison> equal = find(index.column(), ComparisonOperator.EQUAL);
                if (index.ordered() == ordered && equal.isPresent()) {
                    Value way = new Value(index, name(index), equal.get().value());
                    return Optional.of(new TableAccess(way, rest(List.of(equal.get()))));
                }
            }
            return Optional.empty();
        }

        private Optional<TableAccess> range() {
            Optional<TableAccess> best = Optional.empty();
            for (ColumnIndex index : table.indexes()) {
                Optional<Comparison> low =
                        find(index.column(), ComparisonOperator.GREATER, ComparisonOperator.GREATER_OR_EQUAL);
                Optional<Comparison> high =
                        find(index.column(), ComparisonOperator.LESS, ComparisonOperator.LESS_OR_EQUAL);
                boolean isClosed = low.isPresent() && high.isPresent();
                boolean isUsable = index.ordered() && (low.isPresent() || high.isPresent());
                if (isUsable && (isClosed || best.isEmpty())) {
                    List<Comparison> settled = new ArrayList<>();
                    low.ifPresent(settled::add);
                    high.ifPresent(settled::add);
                    Range way = new Range(index, name(index), low.map(Choice::bound), high.map(Choice::bound));
                    best = Optional.of(new TableAccess(way, rest(settled)));
                }
            }
            return best;
        }

        private static Bound bound(Comparison comparison) {
            return new Bound(comparison.value(), comparison.operator().includesEqual());
        }

        private String name(ColumnIndex index) {
            return table.schema().column(index.column()).name();
        }

        private Optional<Comparison> find(int column, ComparisonOperator... operators) {
            return comparisons.stream()
                    .filter(comparison ->
                            comparison.column() == column && List.of(operators).contains(comparison.operator()))
                    .findFirst();
        }

        private Optional<Expr> rest(List<Comparison> settled) {
            List<Expr> left = new ArrayList<>(conjuncts);
            settled.forEach(comparison -> left.remove(comparison.conjunct()));
            return Expr.Logical.all(left);
        }
    }
}
