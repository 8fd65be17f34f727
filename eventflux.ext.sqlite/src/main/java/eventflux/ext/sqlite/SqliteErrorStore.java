package eventflux.ext.sqlite;

import eventflux.api.spi.errors.ErrorOrigin;
import eventflux.api.spi.errors.ErrorStore;
import eventflux.api.spi.errors.StoredError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Keeps failed events as rows of a table, each on the disk before the application goes on. */
final class SqliteErrorStore implements ErrorStore {

    // AUTOINCREMENT gives no number twice, also after the last event was deleted.
    private static final String CREATE = "CREATE TABLE IF NOT EXISTS eventflux_error (number INTEGER PRIMARY KEY"
            + " AUTOINCREMENT, application TEXT NOT NULL, origin TEXT NOT NULL, stream TEXT NOT NULL, endpoint TEXT NOT"
            + " NULL, time INTEGER NOT NULL, error_type TEXT NOT NULL, message TEXT NOT NULL, attempts INTEGER NOT NULL,"
            + " shown TEXT NOT NULL, payload BLOB NOT NULL)";
    private static final String INDEX =
            "CREATE INDEX IF NOT EXISTS eventflux_error_application ON eventflux_error (application, number)";
    private static final String SAVE =
            "INSERT INTO eventflux_error (application, origin, stream, endpoint, time, error_type, "
                    + "message, attempts, shown, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LIST =
            "SELECT number, application, origin, stream, endpoint, time, error_type, message, attempts, shown, payload"
                    + " FROM eventflux_error WHERE application = ? AND number > ? ORDER BY number LIMIT ?";
    private static final String COUNT = "SELECT COUNT(*) FROM eventflux_error WHERE application = ?";
    private static final String DELETE = "DELETE FROM eventflux_error WHERE application = ? AND number = ?";
    private static final String PURGE = "DELETE FROM eventflux_error WHERE application = ? AND time < ?";

    // One connection is used by one thread at a time.
    private final Connection connection;

    private SqliteErrorStore(Connection connection) {
        this.connection = connection;
    }

    static SqliteErrorStore open(Path place) throws IOException {
        return new SqliteErrorStore(Database.open(place, CREATE, INDEX));
    }

    @Override
    public long save(StoredError error) throws IOException {
        return run(SAVE, statement -> {
            int place = 1;
            statement.setString(place++, error.application());
            statement.setString(place++, error.origin().name());
            statement.setString(place++, error.stream());
            statement.setString(place++, error.endpoint());
            statement.setLong(place++, error.timeMillis());
            statement.setString(place++, error.errorType());
            statement.setString(place++, error.message());
            statement.setInt(place++, error.attempts());
            statement.setString(place++, error.shown());
            statement.setBytes(place, error.payload());
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        });
    }

    @Override
    public List<StoredError> list(String application, long after, int most) throws IOException {
        return run(LIST, statement -> {
            statement.setString(1, application);
            statement.setLong(2, after);
            statement.setInt(3, most);
            List<StoredError> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(error(rows));
                }
            }
            return found;
        });
    }

    private static StoredError error(ResultSet row) throws SQLException {
        return new StoredError(
                row.getLong("number"),
                row.getString("application"),
                ErrorOrigin.valueOf(row.getString("origin")),
                row.getString("stream"),
                row.getString("endpoint"),
                row.getLong("time"),
                row.getString("error_type"),
                row.getString("message"),
                row.getInt("attempts"),
                row.getString("shown"),
                row.getBytes("payload"));
    }

    @Override
    public long count(String application) throws IOException {
        return run(COUNT, statement -> {
            statement.setString(1, application);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    @Override
    public boolean delete(String application, long number) throws IOException {
        return change(DELETE, application, number) > 0;
    }

    @Override
    public long purge(String application, long beforeMillis) throws IOException {
        return change(PURGE, application, beforeMillis);
    }

    private long change(String sql, String application, long bound) throws IOException {
        return run(sql, statement -> {
            statement.setString(1, application);
            statement.setLong(2, bound);
            return (long) statement.executeUpdate();
        });
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private synchronized <T> T run(String sql, Action<T> action) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return action.on(statement);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What is done with a statement. */
    @FunctionalInterface
    private interface Action<T> {

        T on(PreparedStatement statement) throws SQLException;
    }
}
