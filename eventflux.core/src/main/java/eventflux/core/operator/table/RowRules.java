package eventflux.core.operator.table;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.core.row.RowView;
import java.util.ArrayList;
import java.util.List;

/** What every row of a table fulfils, and what is said of one that does not. */
public final class RowRules {

    private final MemoryTable table;
    private final int[] notNull;
    private final int[] primaryKey;

    /**
     * The rules of a table.
     *
     * @param notNull columns that are never null
     * @param primaryKey columns of the primary key, for what is said
     */
    public RowRules(MemoryTable table, List<Integer> notNull, List<Integer> primaryKey) {
        this.table = table;
        this.notNull = notNull.stream().mapToInt(Integer::intValue).toArray();
        this.primaryKey = primaryKey.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Copies a row into the table, or throws. */
    void insert(RowView row) {
        requireValues(row);
        if (!table.insert(row)) {
            throw duplicate(row);
        }
    }

    /** Puts a row in the place of the one that a look-up answered last, or throws. */
    void replace(TableLookup found, RowView row) {
        requireValues(row);
        if (!found.replace(row)) {
            throw duplicate(row);
        }
    }

    private void requireValues(RowView row) {
        for (int column : notNull) {
            if (row.isNull(column)) {
                String name = table.layout().schema().column(column).name();
                throw new EventFluxException(
                        Problem.of(TableError.NULL_IN_COLUMN, "table", table.name(), "column", name));
            }
        }
    }

    private EventFluxException duplicate(RowView row) {
        List<Object> key = new ArrayList<>();
        for (int column : primaryKey) {
            key.add(row.get(column));
        }
        return new EventFluxException(Problem.of(TableError.DUPLICATE_KEY, "table", table.name(), "key", key));
    }
}
