package eventflux.ext.jdbc;

import eventflux.api.spi.table.StoreFactory;
import eventflux.api.spi.table.StoredTable;
import eventflux.testkit.table.StoreContract;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the JDBC store owes the engine, on one database; left out, with a printed reason, where that does not answer.
 */
abstract class JdbcStoreContract extends StoreContract {

    private final StoreFactory factory = new JdbcStoreFactory();
    private final Set<String> made = new HashSet<>();

    /** The name of the database. */
    protected abstract String database();

    @BeforeEach
    void requireDatabase() {
        Assumptions.assumeTrue(Databases.names().anyMatch(database()::equals), database() + " does not answer");
    }

    @AfterEach
    void dropTables() throws Exception {
        for (String table : made) {
            Databases.drop(database(), table);
        }
    }

    @Override
    protected StoreFactory factory() {
        return factory;
    }

    @Override
    protected Map<String, String> settings(StoredTable table) throws Exception {
        String name = Databases.tableOfThisRun("ef_store" + table.primaryKey().size());
        Databases.drop(database(), name);
        made.add(name);
        Map<String, String> settings = Databases.settings(database());
        settings.put("table", name);
        return settings;
    }
}
