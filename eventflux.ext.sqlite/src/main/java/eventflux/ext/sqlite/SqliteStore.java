package eventflux.ext.sqlite;

import eventflux.api.spi.persistence.DamagedRevisionException;
import eventflux.api.spi.persistence.PersistenceStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Keeps revisions as rows of a table. SQLite's transactions make each of them whole or absent. */
final class SqliteStore implements PersistenceStore {

    private static final String CREATE = "CREATE TABLE IF NOT EXISTS eventflux_revision ("
            + "application TEXT NOT NULL, revision INTEGER NOT NULL, checksum INTEGER NOT NULL, state BLOB NOT NULL, "
            + "PRIMARY KEY (application, revision))";
    private static final String SAVE =
            "INSERT OR REPLACE INTO eventflux_revision (application, revision, checksum, state) VALUES (?, ?, ?, ?)";
    private static final String LOAD =
            "SELECT checksum, state FROM eventflux_revision WHERE application = ? AND revision = ?";
    private static final String LIST =
            "SELECT revision FROM eventflux_revision WHERE application = ? ORDER BY revision";
    private static final String DELETE = "DELETE FROM eventflux_revision WHERE application = ? AND revision = ?";

    // One connection is used by one thread at a time.
    private final Connection connection;

    private SqliteStore(Connection connection) {
        this.connection = connection;
    }

    static SqliteStore open(Path place) throws IOException {
        return new SqliteStore(Database.open(place, CREATE));
    }

    @Override
    public void save(String application, long revision, byte[] state) throws IOException {
        run(SAVE, application, revision, statement -> {
            statement.setLong(3, checksum(state));
            statement.setBytes(4, state);
            return statement.executeUpdate();
        });
    }

    @Override
    public byte[] load(String application, long revision) throws IOException {
        return run(LOAD, application, revision, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new FileNotFoundException("no revision " + revision + " of " + application);
                }
                byte[] state = rows.getBytes(2);
                if (state == null || checksum(state) != rows.getLong(1)) {
                    throw new DamagedRevisionException("the state has another checksum than was written");
                }
                return state;
            }
        });
    }

    @Override
    public synchronized List<Long> revisions(String application) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setString(1, application);
            List<Long> revisions = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    revisions.add(rows.getLong(1));
                }
            }
            return revisions;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void delete(String application, long revision) throws IOException {
        run(DELETE, application, revision, PreparedStatement::executeUpdate);
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private synchronized <T> T run(String sql, String application, long revision, Action<T> action) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, application);
            statement.setLong(2, revision);
            return action.on(statement);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static long checksum(byte[] state) {
        CRC32C checksum = new CRC32C();
        checksum.update(state, 0, state.length);
        return checksum.getValue();
    }

    /** What is done with a statement whose first two values are there. */
    @FunctionalInterface
    private interface Action<T> {

        T on(PreparedStatement statement) throws SQLException, IOException;
    }
}
