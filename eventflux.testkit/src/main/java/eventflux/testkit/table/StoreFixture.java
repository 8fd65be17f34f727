package eventflux.testkit.table;

import eventflux.api.TimeSource;
import eventflux.api.config.Settings;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.StoreContext;
import eventflux.api.spi.table.StoredTable;
import eventflux.testkit.connector.TypedSettings;
import eventflux.testkit.row.HeapRow;
import eventflux.testkit.time.VirtualTime;
import java.util.List;
import java.util.Map;

/**
 * What a store is made from in a test.
 *
 * @param application the application's name
 * @param table the table
 * @param settings checked settings
 * @param time its time
 */
public record StoreFixture(String application, StoredTable table, Settings settings, TimeSource time)
        implements StoreContext {

    /** A store for a table of the application {@code test}; time stands still. */
    public static StoreFixture of(Class<?> factory, StoredTable table, Map<String, String> settings) {
        return new StoreFixture("test", table, TypedSettings.of(factory, settings), new VirtualTime(0));
    }

    /** A row of parameters. */
    public static Row parameters(Schema schema, List<Object> values) {
        return HeapRow.of(schema, 0, 0, values.toArray());
    }

    /** Rows of parameters. */
    public static ParameterRows rows(Schema schema, List<List<Object>> all) {
        return new ParameterRows() {

            @Override
            public int size() {
                return all.size();
            }

            @Override
            public Row row(int index) {
                return parameters(schema, all.get(index));
            }
        };
    }
}
