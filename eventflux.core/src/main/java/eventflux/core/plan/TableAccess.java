package eventflux.core.plan;

import eventflux.api.event.DataType;
import eventflux.core.plan.TablePlan.ColumnIndex;
import eventflux.core.resolved.ComparisonOperator;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
     * The rows of one value of a column, or of one value of each of several columns.
     *
     * @param index over the columns
     * @param name of the columns
     * @param key a value for each column
     */
    public record Value(ColumnIndex index, String name, List<Expr> key) implements Way {
        /** Copies the list. */
        public Value {
            key = List.copyOf(key);
        }

        @Override
        public String toString() {
            return (index.ordered() ? "ordered" : "hash") + " index " + name + " = "
                    + (key.size() == 1 ? key.get(0) : key);
        }
    }

    /**
     * The rows of that one of several indexes which has the fewest when it is asked.
     *
     * @param values two at least
     */
    public record Fewest(List<Value> values) implements Way {
        /** Copies the list. */
        public Fewest {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "the fewest of " + values.stream().map(Value::toString).collect(Collectors.joining(", "));
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
            conjuncts.addAll(Truth.Logical.parts(condition));
            conjuncts.forEach(this::addComparison);
        }

        private void addComparison(Expr conjunct) {
            if (conjunct instanceof Truth.Comparison comparison) {
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
            return inner instanceof Expr.ColumnRef column && column.input() == Truth.InTable.TABLE_ROW
                    ? Optional.of(column)
                    : Optional.empty();
        }

        private static boolean readsTable(Expr value) {
            return value instanceof Expr.ColumnRef column && column.input() == Truth.InTable.TABLE_ROW
                    || value.children().stream().anyMatch(Choice::readsTable);
        }

        TableAccess access() {
            return primaryKey()
                    .or(this::values)
                    .or(this::range)
                    .orElseGet(() -> new TableAccess(new All(), rest(List.of())));
        }

        private Optional<TableAccess> primaryKey() {
            List<Comparison> key = equal(table.primaryKey());
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TableAccess(new PrimaryKey(values(key)), rest(settled(key))));
        }

        private Optional<TableAccess> values() {
            List<ColumnIndex> usable = table.indexes().stream()
                    .filter(index -> !equal(index.columns()).isEmpty())
                    .toList();
            List<Value> values = usable.stream()
                    .filter(index -> usable.stream().noneMatch(other -> isNarrower(other, index)))
                    .map(index -> new Value(index, index.name(table.schema()), values(equal(index.columns()))))
                    .toList();
            if (values.size() > 1) {
                return Optional.of(new TableAccess(new Fewest(values), rest(List.of())));
            }
            return values.stream()
                    .findFirst()
                    .map(value -> new TableAccess(
                            value, rest(settled(equal(value.index().columns())))));
        }

        // An index never gives more rows than one over some of its columns.
        private static boolean isNarrower(ColumnIndex index, ColumnIndex other) {
            return index.columns().size() > other.columns().size()
                    && index.columns().containsAll(other.columns());
        }

        // What each of the columns is equal to; nothing where that is not known of all.
        private List<Comparison> equal(List<Integer> columns) {
            List<Comparison> equal = columns.stream()
                    .flatMap(column -> find(column, ComparisonOperator.EQUAL).stream())
                    .toList();
            return equal.size() == columns.size() ? equal : List.of();
        }

        private static List<Expr> values(List<Comparison> key) {
            return key.stream().map(Comparison::value).toList();
        }

        // The key of several columns is a hash, which unequal values may have in common.
        private static List<Comparison> settled(List<Comparison> key) {
            return key.size() == 1 ? key : List.of();
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
                    Range way = new Range(
                            index, index.name(table.schema()), low.map(Choice::bound), high.map(Choice::bound));
                    best = Optional.of(new TableAccess(way, rest(settled)));
                }
            }
            return best;
        }

        private static Bound bound(Comparison comparison) {
            return new Bound(comparison.value(), comparison.operator().includesEqual());
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
            return Truth.Logical.all(left);
        }
    }
}
