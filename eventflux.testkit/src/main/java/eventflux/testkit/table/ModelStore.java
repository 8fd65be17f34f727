package eventflux.testkit.table;

import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreComparison;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A store that keeps its rows in a {@link ModelTable}, for tests of what uses stores. It counts how often it is searched, and can be made
 * to fail. Used by one thread at a time.
 */
public final class ModelStore implements Store {

    private final ModelTable table;
    private final Predicate<StoreExpression> accepted;
    // All written by the thread that uses it.
    private int questions;
    private boolean fails;
    private boolean findsAll;

    private ModelStore(ModelTable table, Predicate<StoreExpression> accepted) {
        this.table = table;
        this.accepted = accepted;
    }

    /** A store that does whatever can be asked of one. */
    public static ModelStore ofEverything(ModelTable table) {
        return new ModelStore(table, expression -> true);
    }

    /** A store that compares columns with parameters for equality, and leaves all else to those who ask. */
    public static ModelStore ofEquality(ModelTable table) {
        return new ModelStore(table, ModelStore::isEquality);
    }

    private static boolean isEquality(StoreExpression expression) {
        if (expression instanceof StoreExpression.Logical logical) {
            return logical.operands().stream().allMatch(ModelStore::isEquality);
        }
        return expression instanceof StoreExpression.IsNull
                || expression instanceof StoreExpression.Parameter
                || expression instanceof StoreExpression.Comparison comparison
                        && comparison.operator() == StoreComparison.EQUAL
                        && comparison.left() instanceof StoreExpression.Column
                        && comparison.right() instanceof StoreExpression.Parameter;
    }

    /** The rows, for whoever else changes them. */
    public ModelTable table() {
        return table;
    }

    /** How often it was searched. */
    public int questions() {
        return questions;
    }

    /** Lets each call fail from now on, or not. */
    public void fails(boolean whether) {
        fails = whether;
    }

    /** Lets each search find all rows from now on, whatever the condition says. */
    public void findsAll() {
        findsAll = true;
    }

    /** The values of a row, boxed. */
    public static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int column = 0; column < row.schema().size(); column++) {
            values.add(row.get(column));
        }
        return values;
    }

    private void requireHere() {
        if (fails) {
            throw new IllegalStateException("away");
        }
    }

    @Override
    public boolean accepts(StoreExpression expression) {
        return accepted.test(expression);
    }

    @Override
    public StoreSearch search(StoreExpression condition, List<Integer> columns) {
        return new StoreSearch() {
            @Override
            public void find(Row parameters, RowAppender found) {
                for (List<Object> row : rows(parameters)) {
                    found.begin();
                    columns.forEach(column -> found.set(column, row.get(column)));
                    found.commit();
                }
            }

            @Override
            public boolean exists(Row parameters) {
                return !rows(parameters).isEmpty();
            }

            private List<List<Object>> rows(Row parameters) {
                requireHere();
                questions++;
                return findsAll ? table.rows() : table.find(condition, values(parameters));
            }
        };
    }

    private StoreChange change(Predicate<List<Object>> change) {
        return (rows, refused) -> {
            requireHere();
            for (int index = 0; index < rows.size(); index++) {
                if (!change.test(values(rows.row(index)))) {
                    refused.refused(index, new IllegalArgumentException("a null, or a key that is taken"));
                }
            }
        };
    }

    @Override
    public StoreChange insert() {
        return change(table::insert);
    }

    @Override
    public StoreChange delete(StoreExpression condition) {
        return change(parameters -> {
            table.delete(condition, parameters);
            return true;
        });
    }

    @Override
    public StoreChange update(StoreExpression condition, List<StoreAssignment> assignments) {
        return change(parameters -> table.update(condition, assignments, parameters));
    }

    @Override
    public StoreChange upsert(StoreExpression condition, List<StoreAssignment> assignments, List<StoreExpression> row) {
        return change(parameters -> table.upsert(condition, assignments, row, parameters));
    }

    @Override
    public void start() {
        fails = false;
    }

    @Override
    public void stop() {
        fails = true;
    }
}
