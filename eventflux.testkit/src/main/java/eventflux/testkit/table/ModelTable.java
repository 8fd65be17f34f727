package eventflux.testkit.table;

import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoredTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table in a list, that does whatever can be asked of one in the plainest way: what stores are compared with, and
 * what a store for tests can be made of. Used by one thread at a time.
 */
public final class ModelTable {

    private final StoredTable definition;
    // Written by the thread that uses it.
    private List<List<Object>> rows = new ArrayList<>();

    /** An empty table. */
    public ModelTable(StoredTable definition) {
        this.definition = definition;
    }

    /** All rows, in the order in which they came. */
    public List<List<Object>> rows() {
        return List.copyOf(rows);
    }

    /** The rows for which a condition is true. */
    public List<List<Object>> find(StoreExpression condition, List<Object> parameters) {
        return rows.stream().filter(row -> isTrue(condition, row, parameters)).toList();
    }

    /** Puts a row in; false when it is refused. */
    public boolean insert(List<Object> values) {
        List<List<Object>> more = new ArrayList<>(rows);
        more.add(converted(values));
        return accept(more);
    }

    /** Takes rows out. */
    public void delete(StoreExpression condition, List<Object> parameters) {
        List<List<Object>> fewer = new ArrayList<>(rows);
        fewer.removeIf(row -> isTrue(condition, row, parameters));
        rows = fewer;
    }

    /** Changes rows, all of them or, when one is refused, none; false when it is refused. */
    public boolean update(StoreExpression condition, List<StoreAssignment> assignments, List<Object> parameters) {
        List<List<Object>> changed = new ArrayList<>();
        for (List<Object> row : rows) {
            changed.add(isTrue(condition, row, parameters) ? changed(row, assignments, parameters) : row);
        }
        return accept(changed);
    }

    /** Changes rows, or puts one in when there is none; false when it is refused. */
    public boolean upsert(
            StoreExpression condition,
            List<StoreAssignment> assignments,
            List<StoreExpression> row,
            List<Object> parameters) {
        if (!find(condition, parameters).isEmpty()) {
            return update(condition, assignments, parameters);
        }
        ModelExpression values = new ModelExpression(List.of(), parameters);
        List<Object> inserted = new ArrayList<>();
        row.forEach(value -> inserted.add(values.value(value)));
        return insert(inserted);
    }

    private List<Object> changed(List<Object> row, List<StoreAssignment> assignments, List<Object> parameters) {
        ModelExpression values = new ModelExpression(row, parameters);
        List<Object> changed = new ArrayList<>(row);
        assignments.forEach(assignment -> changed.set(assignment.column(), values.value(assignment.value())));
        return converted(changed);
    }

    private List<Object> converted(List<Object> values) {
        List<Object> converted = new ArrayList<>();
        for (int column = 0; column < values.size(); column++) {
            converted.add(ModelExpression.cast(
                    values.get(column), definition.schema().column(column).type()));
        }
        return Collections.unmodifiableList(converted);
    }

    private static boolean isTrue(StoreExpression condition, List<Object> row, List<Object> parameters) {
        return Boolean.TRUE.equals(new ModelExpression(row, parameters).value(condition));
    }

    private boolean accept(List<List<Object>> wanted) {
        boolean isWhole = wanted.stream()
                .allMatch(row -> definition.notNull().stream().noneMatch(column -> row.get(column) == null));
        boolean isUnique = definition.primaryKey().isEmpty()
                || wanted.stream().map(this::key).distinct().count() == wanted.size();
        if (isWhole && isUnique) {
            rows = wanted;
        }
        return isWhole && isUnique;
    }

    private List<Object> key(List<Object> row) {
        List<Object> key = new ArrayList<>();
        definition.primaryKey().forEach(column -> key.add(row.get(column)));
        return key;
    }
}
