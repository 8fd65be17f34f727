package eventflux.ext.jdbc;

import eventflux.api.config.ConfiguredSetting;
import eventflux.api.config.Settings;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.Parameters;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Connects to a database. The driver is one of the class path, or of a jar that the settings name; the latter works inside a node
 * as well, where bundles do not see each other's drivers. Closing lets go of the jar.
 *
 * @param url of the database
 * @param properties user and password
 * @param driverPath the driver's jar
 */
@Parameters({
    @Parameter(
            name = "user",
            aliases = {"username"},
            type = ParameterType.STRING,
            optional = true,
            description = "Who connects."),
    @Parameter(name = "password", type = ParameterType.STRING, optional = true, description = "Of the user."),
    @Parameter(
            name = "driver.path",
            type = ParameterType.STRING,
            optional = true,
            description = "The driver's jar; needed where the driver is not on the class path, as in a node.")
})
record Database(String url, Properties properties, Optional<Path> driverPath) {

    private static final String CONNECTION_LOST = "08";
    private static final String ROLLED_BACK = "40";
    private static final String NO_ROOM = "53";
    private static final String OPERATOR = "57";
    private static final String LOCKED = "55P03";
    private static final String TOO_LATE = "HYT";
    private static final int LOCKED_IN_MARIADB = 1205;
    private static final int PATIENCE_SECONDS = 2;

    /** What settings say. */
    static Database of(Settings settings) {
        Properties properties = new Properties();
        settings.find("user").ifPresent(user -> properties.setProperty("user", user));
        settings.find("password").ifPresent(password -> properties.setProperty("password", password));
        return new Database(
                settings.getString("url"),
                properties,
                settings.find("driver.path").map(Path::of));
    }

    /** The words that this database understands. */
    Dialect dialect() {
        return Dialect.of(url);
    }

    /** A connection and what it was made with. */
    record Session(Connection connection, Optional<URLClassLoader> loader) {

        /** Whether the database can still be reached. */
        boolean isAlive() {
            try {
                return connection.isValid(PATIENCE_SECONDS);
            } catch (SQLException e) {
                return false;
            }
        }

        /** Lets go of everything. */
        void close() throws IOException {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
            } finally {
                if (loader.isPresent()) {
                    loader.get().close();
                }
            }
        }
    }

    /** Connects. */
    Session connect() throws IOException {
        Optional<URLClassLoader> loader = driverLoader();
        try {
            return new Session(connect(loader), loader);
        } catch (SQLException e) {
            if (loader.isPresent()) {
                loader.get().close();
            }
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What loads the classes of the driver when the settings name its jar; to be closed after the last connection. */
    Optional<URLClassLoader> driverLoader() throws IOException {
        return driverPath.isPresent() ? Optional.of(loader(driverPath.get())) : Optional.empty();
    }

    /** Connects with a driver that has been found before. */
    Connection connect(Optional<URLClassLoader> loader) throws SQLException {
        ServiceLoader<Driver> drivers = loader.isPresent()
                ? ServiceLoader.load(Driver.class, loader.get())
                : ServiceLoader.load(Driver.class, Database.class.getClassLoader());
        for (Driver driver : drivers) {
            Connection connection = driver.acceptsURL(url) ? driver.connect(url, properties) : null;
            if (connection != null) {
                return connection;
            }
        }
        throw new SQLException(
                "no driver for " + ConfiguredSetting.shown("url", url) + ": name its jar with driver.path");
    }

    private static URLClassLoader loader(Path jar) throws IOException {
        if (!Files.isReadable(jar)) {
            throw new IOException("driver.path: there is no file " + jar.toAbsolutePath());
        }
        try {
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new IOException("driver.path: " + jar, e);
        }
    }

    /** Whether what failed may succeed when it is tried again, over this connection or another one. */
    static boolean isPassing(SQLException failure, Connection connection) {
        boolean isSaid = failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || Stream.of(CONNECTION_LOST, ROLLED_BACK, NO_ROOM, OPERATOR, LOCKED, TOO_LATE)
                        .anyMatch(state -> says(failure, state))
                || failure.getErrorCode() == LOCKED_IN_MARIADB;
        return isSaid || !new Session(connection, Optional.empty()).isAlive();
    }

    private static boolean says(SQLException failure, String beginning) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith(beginning);
    }
}
