package eventflux.ext.jdbc;

import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.sink.RowSink;
import eventflux.api.spi.sink.SinkContext;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes rows into a table, many in one transaction. What the database refuses goes row by row, so that it costs no other row; a
 * lost connection is made anew by the next try, and the rows held back go out then.
 */
final class JdbcSink implements RowSink {

    private final SinkContext context;
    private final Database database;
    private final JdbcSinkOptions options;
    private final List<Object[]> held = new ArrayList<>();
    // Both written by the thread that owns the application; null while there is no connection.
    private Database.Session session;
    private String statement;

    JdbcSink(SinkContext context, Database database, JdbcSinkOptions options) {
        this.context = context;
        this.database = database;
        this.options = options;
    }

    @Override
    public void start() throws IOException {
        connect();
    }

    /** The connection; for tests. */
    Connection connection() {
        return session.connection();
    }

    private void connect() throws IOException {
        session = database.connect();
        try {
            session.connection().setAutoCommit(true);
            Schema schema = context.schema();
            TableColumns table = TableColumns.of(
                    session.connection(),
                    TableDefinition.of(options.table(), schema, options.keys()),
                    options.createsTable());
            List<String> columns = table.spelled(schema.names());
            Dialect dialect = database.dialect();
            statement = options.keys().isEmpty()
                    ? dialect.insert(table.name(), columns)
                    : dialect.upsert(table.name(), columns, table.spelled(options.keys()));
            session.connection().setAutoCommit(false);
        } catch (SQLException e) {
            disconnect();
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void publish(Row row) throws IOException {
        Object[] values = new Object[row.schema().size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = row.get(column);
        }
        held.add(values);
        if (held.size() >= options.batchSize()) {
            try {
                write();
            } catch (IOException e) {
                // Who tries again hands the same row over again.
                held.remove(held.size() - 1);
                throw e;
            }
        }
    }

    @Override
    public void flush() throws IOException {
        write();
    }

    @Override
    public long flushAfterMillis() {
        return options.flushMillis();
    }

    private void write() throws IOException {
        if (held.isEmpty()) {
            return;
        }
        if (session == null) {
            connect();
        }
        try {
            write(held);
        } catch (SQLException e) {
            requireConnection(e);
            writeOneByOne();
        }
        held.clear();
    }

    private void writeOneByOne() throws IOException {
        for (Object[] row : held) {
            try {
                write(Collections.singletonList(row));
            } catch (SQLException e) {
                requireConnection(e);
                context.lost(e);
            }
        }
    }

    private void write(List<Object[]> rows) throws SQLException {
        try (PreparedStatement prepared = session.connection().prepareStatement(statement)) {
            for (Object[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    prepared.setObject(column + 1, row[column]);
                }
                prepared.addBatch();
            }
            prepared.executeBatch();
            session.connection().commit();
        }
    }

    private void requireConnection(SQLException failure) throws IOException {
        if (!Database.isPassing(failure, session.connection())) {
            try {
                session.connection().rollback();
                return;
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
        disconnect();
        throw new IOException(failure.getMessage(), failure);
    }

    private void disconnect() {
        Database.Session lost = session;
        session = null;
        try {
            lost.close();
        } catch (IOException e) {
            // Nothing that was written hangs on it: what breaks it has been reported, or it is the end.
            session = null;
        }
    }

    @Override
    public void stop() throws IOException {
        try {
            write();
        } finally {
            if (session != null) {
                disconnect();
            }
        }
    }
}
