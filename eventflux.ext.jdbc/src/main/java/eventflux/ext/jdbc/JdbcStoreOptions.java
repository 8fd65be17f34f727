package eventflux.ext.jdbc;

import eventflux.api.config.Settings;

/**
 * What a store's settings say.
 *
 * @param pool which connections
 * @param table which table
 * @param createsTable whether a table that is not there is made
 */
record JdbcStoreOptions(ConnectionPool.Options pool, String table, boolean createsTable) {

    private static final int LEAST_CONNECT_MILLIS = 250;

    JdbcStoreOptions {
        if (pool.size() < 1 || pool.connectMillis() < LEAST_CONNECT_MILLIS) {
            throw new IllegalArgumentException("pool.size must be positive and connect.timeout at least "
                    + LEAST_CONNECT_MILLIS + " ms, are " + pool.size() + " and " + pool.connectMillis() + " ms");
        }
    }

    static JdbcStoreOptions of(Settings settings, String table) {
        Database database = Database.of(settings);
        database.dialect();
        return new JdbcStoreOptions(
                new ConnectionPool.Options(
                        database, settings.getInt("pool.size"), settings.getMillis("connect.timeout")),
                settings.find("table").orElse(table),
                settings.getBoolean("create.table"));
    }
}
