package eventflux.ext.jdbc;

import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreComparison;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as it is in the database, and the statements over it.
 *
 * @param definition what the application says of it
 * @param dialect of the database
 * @param name as the database spells it
 * @param columns as the database spells them
 */
record JdbcTable(StoredTable definition, Dialect dialect, String name, List<String> columns) {

    JdbcTable {
        columns = List.copyOf(columns);
    }

    /** Finds rows: in the order of their keys, so that the same table gives the same answer. */
    Sql select(StoreExpression condition, List<Integer> wanted) {
        SqlWriter sql = writer().words("SELECT ");
        if (wanted.isEmpty()) {
            sql.words("1");
        } else {
            sql.columns(wanted);
        }
        sql.words(" FROM ").name(name).where(condition);
        if (!definition.primaryKey().isEmpty()) {
            sql.words(" ORDER BY ").columns(definition.primaryKey());
        }
        return sql.sql();
    }

    /** Finds one row at most. */
    Sql exists(StoreExpression condition) {
        return writer().words("SELECT 1 FROM ")
                .name(name)
                .where(condition)
                .words(" LIMIT 1")
                .sql();
    }

    /** Puts a row in. */
    Sql insert(List<StoreExpression> row) {
        return writer().words("INSERT INTO ")
                .name(name)
                .words(" (")
                .columns(allColumns())
                .words(") VALUES (")
                .values(row)
                .words(")")
                .sql();
    }

    /** A row whose columns are the parameters. */
    List<StoreExpression> parameters() {
        List<StoreExpression> row = new ArrayList<>();
        for (int column : allColumns()) {
            row.add(new StoreExpression.Parameter(
                    column, definition.schema().column(column).type()));
        }
        return row;
    }

    /** Takes rows out. */
    Sql delete(StoreExpression condition) {
        return writer().words("DELETE FROM ").name(name).where(condition).sql();
    }

    /** Changes rows. */
    Sql update(StoreExpression condition, List<StoreAssignment> assignments) {
        return writer().words("UPDATE ")
                .name(name)
                .words(" SET ")
                .assignments(assignments)
                .where(condition)
                .sql();
    }

    /**
     * Puts a row in or writes it over the one with the same key, in one statement; only where that {@linkplain
     * #isReplacement is the same}.
     */
    Sql replace(List<StoreExpression> row) {
        List<String> keys = definition.primaryKey().stream().map(columns::get).toList();
        Sql values = writer().values(row).sql();
        return new Sql(dialect.upsert(name, columns, keys), values.binds());
    }

    /**
     * Whether a change or insert writes one row over: its condition finds the row of the primary key that the new row
     * has, and what it sets are all the other columns of that row.
     */
    boolean isReplacement(StoreExpression condition, List<StoreAssignment> assignments, List<StoreExpression> row) {
        if (definition.primaryKey().isEmpty()) {
            return false;
        }
        List<StoreExpression> keyParts = new ArrayList<>();
        List<StoreAssignment> others = new ArrayList<>();
        for (int column : allColumns()) {
            if (definition.primaryKey().contains(column)) {
                keyParts.add(isEqual(column, row.get(column)));
            } else {
                others.add(new StoreAssignment(column, row.get(column)));
            }
        }
        List<StoreAssignment> changed = assignments.stream()
                .filter(assignment -> !definition.primaryKey().contains(assignment.column())
                        || !assignment.value().equals(row.get(assignment.column())))
                .toList();
        List<StoreExpression> parts = condition instanceof StoreExpression.Logical logical && logical.conjunction()
                ? logical.operands()
                : List.of(condition);
        boolean isOfKey = parts.size() == keyParts.size()
                && parts.stream().map(JdbcTable::columnFirst).toList().containsAll(keyParts);
        return isOfKey && changed.size() == others.size() && changed.containsAll(others);
    }

    private StoreExpression isEqual(int column, StoreExpression value) {
        StoreExpression own = new StoreExpression.Column(
                column,
                definition.schema().column(column).name(),
                definition.schema().column(column).type());
        return new StoreExpression.Comparison(StoreComparison.EQUAL, own, value);
    }

    private static StoreExpression columnFirst(StoreExpression part) {
        return part instanceof StoreExpression.Comparison comparison
                        && comparison.operator() == StoreComparison.EQUAL
                        && comparison.right() instanceof StoreExpression.Column
                ? new StoreExpression.Comparison(StoreComparison.EQUAL, comparison.right(), comparison.left())
                : part;
    }

    private List<Integer> allColumns() {
        return IntStream.range(0, columns.size()).boxed().toList();
    }

    private SqlWriter writer() {
        return new SqlWriter(dialect, columns);
    }
}
