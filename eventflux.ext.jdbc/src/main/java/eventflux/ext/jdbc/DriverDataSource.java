package eventflux.ext.jdbc;

import java.io.PrintWriter;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Makes connections for a pool with the driver that the settings name. */
final class DriverDataSource implements DataSource {

    private static final int CLOSE_SECONDS = 5;

    private final Database database;
    private final Optional<URLClassLoader> loader;

    DriverDataSource(Database database, Optional<URLClassLoader> loader) {
        this.database = database;
        this.loader = loader;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return database.connect(loader);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the settings say who connects");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("nothing is written");
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The pool waits as long as it was told, whatever the driver does.
    }

    // The pool waits so long, when it is closed, for threads that connect; with 0 it warns that it has not waited.
    @Override
    public int getLoginTimeout() {
        return CLOSE_SECONDS;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("nothing is written");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
