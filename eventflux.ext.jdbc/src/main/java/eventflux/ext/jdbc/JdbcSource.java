package eventflux.ext.jdbc;

import eventflux.api.event.DataType;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceOutput;
import eventflux.api.spi.source.SourceThread;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a table again and again for rows whose value in one column is greater than the greatest seen. After a lost connection it goes
 * on behind the last row that it delivered.
 */
final class JdbcSource implements Source {

    private static final Pattern PLACE = Pattern.compile("after=(-?\\d+) column=(.+) table=(.+)", Pattern.DOTALL);

    private final SourceContext context;
    private final Database database;
    private final JdbcSourceOptions options;
    // Written by the thread that starts and stops; null before the first start.
    private SourceThread thread;
    private Database.Session session;
    // Written by the source's thread, and before the first start.
    private long position;
    private boolean isPlaced;

    JdbcSource(SourceContext context, Database database, JdbcSourceOptions options) {
        this.context = context;
        this.database = database;
        this.options = options;
        this.position = options.start();
    }

    @Override
    public void start(SourceOutput out) throws IOException {
        session = database.connect();
        Database.Session own = session;
        String query = query(own);
        readInParts(own);
        String name = "eventflux-jdbc-" + context.application() + "-" + context.stream();
        thread = new SourceThread(name, context.time(), (output, self) -> poll(output, self, own, query));
        thread.start(out);
    }

    private String query(Database.Session own) throws IOException {
        try {
            Schema schema = context.schema();
            TableColumns table =
                    TableColumns.of(own.connection(), TableDefinition.of(options.table(), schema, List.of()), false);
            Dialect dialect = database.dialect();
            String counter =
                    dialect.quoted(table.spelled(List.of(options.column())).get(0));
            return "SELECT " + dialect.quoted(table.spelled(schema.names())) + ", " + counter + " FROM "
                    + dialect.quoted(table.name()) + " WHERE " + counter + " > ? ORDER BY " + counter;
        } catch (SQLException e) {
            own.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    // Outside of transactions a driver may take all that is found into memory before it gives the first row.
    private static void readInParts(Database.Session own) throws IOException {
        try {
            own.connection().setAutoCommit(false);
        } catch (SQLException e) {
            own.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    private boolean poll(SourceOutput out, SourceThread self, Database.Session own, String query)
            throws InterruptedException {
        try (PreparedStatement statement = own.connection().prepareStatement(query)) {
            do {
                read(statement, out, self);
                own.connection().commit();
                out.flush();
            } while (self.awaitTime(context.time().millis() + options.intervalMillis()));
        } catch (SQLException e) {
            out.disconnected(e);
        }
        return false;
    }

    private void read(PreparedStatement statement, SourceOutput out, SourceThread self) throws SQLException {
        int columns = context.schema().size();
        statement.setLong(1, position);
        statement.setFetchSize(options.batchSize());
        try (ResultSet rows = statement.executeQuery()) {
            while (!self.isStopped() && rows.next()) {
                append(out.rows(), rows);
                position = rows.getLong(columns + 1);
                isPlaced = true;
                if (out.rows().pending() >= options.batchSize()) {
                    out.flush();
                }
            }
        }
    }

    @Override
    public Optional<String> place() {
        return isPlaced
                ? Optional.of("after=" + position + " column=" + options.column() + " table=" + options.table())
                : Optional.empty();
    }

    @Override
    public void resume(String place) {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no place in a table: " + place);
        }
        if (parts.group(2).equalsIgnoreCase(options.column()) && parts.group(3).equalsIgnoreCase(options.table())) {
            position = Long.parseLong(parts.group(1));
            isPlaced = true;
        }
    }

    private void append(RowAppender out, ResultSet rows) throws SQLException {
        Schema schema = context.schema();
        out.begin();
        for (int column = 0; column < schema.size(); column++) {
            Object value = value(rows, column + 1, schema.column(column).type());
            out.set(column, rows.wasNull() ? null : value);
        }
        out.commit();
    }

    private static Object value(ResultSet rows, int place, DataType type) throws SQLException {
        return switch (type) {
            case INT -> rows.getInt(place);
            case LONG -> rows.getLong(place);
            case FLOAT -> rows.getFloat(place);
            case DOUBLE -> rows.getDouble(place);
            case BOOL -> rows.getBoolean(place);
            case STRING -> rows.getString(place);
            case OBJECT -> throw new IllegalStateException("OBJECT column");
        };
    }

    @Override
    public void stop() {
        if (thread == null) {
            return;
        }
        thread.stop();
        try {
            session.close();
        } catch (IOException e) {
            // Nothing more is read over it: a connection that is closed badly is closed.
            thread = null;
        }
    }
}
