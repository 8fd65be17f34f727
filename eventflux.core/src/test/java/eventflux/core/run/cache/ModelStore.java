package eventflux.core.run.cache;

import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreSearch;
import eventflux.api.spi.table.StoredTable;
import eventflux.core.row.RowBatch;
import eventflux.core.row.RowBuilder;
import eventflux.core.row.RowLayout;
import eventflux.core.row.RowView;
import eventflux.core.row.SymbolTable;
import eventflux.testkit.table.ModelTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A store in a list that counts how often it is asked. Its parameters are always the columns of the table. */
final class ModelStore implements Store {

    private final RowLayout layout;
    private final ModelTable table;
    // All written by the test.
    private int questions;
    private boolean fails;
    private boolean findsAll;

    ModelStore(Schema schema, List<Integer> primaryKey) {
        layout = new RowLayout(schema);
        table = new ModelTable(new StoredTable("T", schema, primaryKey, List.of(), primaryKey, List.of()));
    }

    /** The rows, for whoever else changes them. */
    ModelTable table() {
        return table;
    }

    /** How often it was searched. */
    int questions() {
        return questions;
    }

    /** Lets each call fail from now on, or not. */
    void fails(boolean whether) {
        fails = whether;
    }

    /** Lets each search find all rows. */
    void findsAll() {
        findsAll = true;
    }

    /** One row of parameters: a text, a LONG and a DOUBLE, some of them null. */
    ParameterRows parameters(Object... values) {
        RowBuilder row = new RowBuilder(new RowBatch(layout), new SymbolTable());
        row.begin(0, 0);
        for (int column = 0; column < values.length; column++) {
            if (values[column] == null) {
                row.putNull(column);
            } else if (values[column] instanceof String text) {
                row.putText(column, text);
            } else if (values[column] instanceof Double number) {
                row.putDouble(column, number);
            } else {
                row.putLong(column, (Long) values[column]);
            }
        }
        row.commit();
        RowView view = new RowView(layout, new SymbolTable()).wrap(row.batch().buffer(), 0);
        return new ParameterRows() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public Row row(int index) {
                return view;
            }
        };
    }

    static List<Object> values(Row row) {
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
        return true;
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
