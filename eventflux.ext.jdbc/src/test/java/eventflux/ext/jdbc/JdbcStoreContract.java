package eventflux.ext.jdbc;

import eventflux.api.spi.table.StoreFactory;
import eventflux.api.spi.table.StoredTable;
import eventflux.testkit.table.StoreContract;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the JDBC store owes the engine, on one database; left out, with a printed reason, where that does not answer.
 */
abstract class JdbcStoreContract extends StoreContract {

    private static final String TABLE = "ef_store";

    private final StoreFactory factory = new JdbcStoreFactory();

    /** The name of the database. */
    protected abstract String database();

    @BeforeEach
    void requireDatabase() {
        Assumptions.assumeTrue(Databases.names().anyMatch(database()::equals), database() + " does not answer");
    }

    @Override
    protected StoreFactory factory() {
        return factory;
    }

    @Override
    protected Map<String, String> settings(StoredTable table) throws Exception {
        String name = TABLE + table.primaryKey().size();
        Database.Session session = Databases.open(database());
        try (Statement statement = session.connection().createStatement()) {
            Dialect dialect = Dialect.of(Databases.settings(database()).get("url"));
            statement.execute("DROP TABLE IF EXISTS " + dialect.quoted(name));
        }
        session.close();
        Map<String, String> settings = Databases.settings(database());
        settings.put("table", name);
        return settings;
    }
}
