package eventflux.examples.scenarios;

import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.RefusedRows;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreComparison;
import eventflux.api.spi.table.StoreContext;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreFactory;
import eventflux.api.spi.table.StoreSearch;
import eventflux.testkit.table.ModelTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Makes stores of the test kit's model, which outlive an application and do as much by themselves as a test wants. */
@Extension(
        kind = ExtensionKind.STORE,
        name = "model",
        description = "Keeps rows in a list.",
        parameters = {
            @Parameter(
                    name = "space",
                    type = ParameterType.STRING,
                    description = "Tables of a space outlive their application."),
            @Parameter(
                    name = "accepts",
                    type = ParameterType.STRING,
                    description = "What it does by itself: everything, or equality.")
        },
        examples = "CREATE TABLE T (k INT) WITH (extension='model', space='s', accepts='everything')")
public final class ModelStoreFactory implements StoreFactory {

    // An engine makes factories of its own; what they keep is to outlive it.
    private static final Map<String, ModelTable> TABLES = new ConcurrentHashMap<>();

    /** Called by the service loader. */
    public ModelStoreFactory() {}

    @Override
    public Store create(StoreContext context) {
        String name =
                context.settings().getString("space") + "/" + context.table().name();
        ModelTable table = TABLES.computeIfAbsent(name, key -> new ModelTable(context.table()));
        return new ModelStore(table, context.settings().getString("accepts").equals("everything"));
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int column = 0; column < row.schema().size(); column++) {
            values.add(row.get(column));
        }
        return values;
    }

    /** One table. */
    private record ModelStore(ModelTable table, boolean acceptsAll) implements Store {

        @Override
        public boolean accepts(StoreExpression expression) {
            return acceptsAll || isPlain(expression);
        }

        private static boolean isPlain(StoreExpression expression) {
            if (expression instanceof StoreExpression.Logical logical) {
                return logical.operands().stream().allMatch(ModelStore::isPlain);
            }
            return expression instanceof StoreExpression.IsNull
                    || expression instanceof StoreExpression.Parameter
                    || expression instanceof StoreExpression.Comparison comparison
                            && comparison.operator() == StoreComparison.EQUAL
                            && comparison.left() instanceof StoreExpression.Column
                            && comparison.right() instanceof StoreExpression.Parameter;
        }

        @Override
        public StoreSearch search(StoreExpression condition, List<Integer> columns) {
            return new StoreSearch() {
                @Override
                public void find(Row parameters, RowAppender found) {
                    for (List<Object> row : table.find(condition, values(parameters))) {
                        found.begin();
                        columns.forEach(column -> found.set(column, row.get(column)));
                        found.commit();
                    }
                }

                @Override
                public boolean exists(Row parameters) {
                    return !table.find(condition, values(parameters)).isEmpty();
                }
            };
        }

        private static StoreChange change(Function<List<Object>, Boolean> change) {
            return (ParameterRows rows, RefusedRows refused) -> {
                for (int index = 0; index < rows.size(); index++) {
                    if (!change.apply(values(rows.row(index)))) {
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
        public StoreChange upsert(
                StoreExpression condition, List<StoreAssignment> assignments, List<StoreExpression> row) {
            return change(parameters -> table.upsert(condition, assignments, row, parameters));
        }

        @Override
        public void start() {
            // It is always there.
        }

        @Override
        public void stop() {
            // It stays.
        }
    }
}
