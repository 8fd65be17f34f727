package eventflux.ext.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Connections to one database, made anew when they break. For any thread. */
final class ConnectionPool {

    private final HikariDataSource connections;
    private final Optional<URLClassLoader> loader;

    private ConnectionPool(HikariDataSource connections, Optional<URLClassLoader> loader) {
        this.connections = connections;
        this.loader = loader;
    }

    /**
     * Which connections.
     *
     * @param database where to
     * @param size how many at most
     * @param connectMillis how long one may wait for one
     */
    record Options(Database database, int size, long connectMillis) {}

    /** A pool with a connection that works. */
    static ConnectionPool open(Options options) throws IOException {
        Optional<URLClassLoader> loader = options.database().driverLoader();
        HikariConfig config = new HikariConfig();
        config.setPoolName("eventflux-jdbc");
        config.setDataSource(new DriverDataSource(options.database(), loader));
        config.setMaximumPoolSize(options.size());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(options.connectMillis());
        config.setValidationTimeout(options.connectMillis());
        config.setInitializationFailTimeout(options.connectMillis());
        try {
            return new ConnectionPool(new HikariDataSource(config), loader);
        } catch (RuntimeException e) {
            if (loader.isPresent()) {
                loader.get().close();
            }
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new IOException(reason.getMessage(), e);
        }
    }

    /** What is done over a connection. */
    @FunctionalInterface
    interface Work<T> {

        /** Does it; the connection is not to be closed. */
        T run(Connection connection) throws SQLException;
    }

    /**
     * Does something over a connection.
     *
     * @throws IOException when it may succeed over another one
     * @throws SQLException when the database refuses it
     */
    <T> T run(Work<T> work) throws IOException, SQLException {
        Connection connection;
        try {
            connection = connections.getConnection();
        } catch (SQLException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new IOException(reason.getMessage(), e);
        }
        try (connection) {
            return run(work, connection);
        }
    }

    private <T> T run(Work<T> work, Connection connection) throws IOException, SQLException {
        try {
            return work.run(connection);
        } catch (SQLException e) {
            if (Database.isPassing(e, connection)) {
                connections.evictConnection(connection);
                throw new IOException(e.getMessage(), e);
            }
            throw e;
        }
    }

    /** Closes all. */
    void close() throws IOException {
        connections.close();
        if (loader.isPresent()) {
            loader.get().close();
        }
    }
}
