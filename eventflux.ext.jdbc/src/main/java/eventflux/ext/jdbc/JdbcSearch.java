package eventflux.ext.jdbc;

import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.RowAppender;
import eventflux.api.event.Schema;
import eventflux.api.spi.table.StoreRefusedException;
import eventflux.api.spi.table.StoreSearch;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A query. */
final class JdbcSearch implements StoreSearch {

    private final JdbcStore store;
    private final int[] columns;
    private final DataType[] types;
    private final JdbcStore.Statement select;
    private final JdbcStore.Statement exists;

    JdbcSearch(
            JdbcStore store,
            Schema schema,
            List<Integer> columns,
            JdbcStore.Statement select,
            JdbcStore.Statement exists) {
        this.store = store;
        this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
        this.types =
                columns.stream().map(column -> schema.column(column).type()).toArray(DataType[]::new);
        this.select = select;
        this.exists = exists;
    }

    @Override
    public void find(Row parameters, RowAppender found) throws IOException {
        query(select.sql(), parameters, rows -> {
            while (rows.next()) {
                append(rows, found);
            }
            return true;
        });
    }

    @Override
    public boolean exists(Row parameters) throws IOException {
        return query(exists.sql(), parameters, ResultSet::next);
    }

    /** What is done with the rows that come. */
    @FunctionalInterface
    private interface Reading {

        boolean read(ResultSet rows) throws SQLException;
    }

    private boolean query(Sql sql, Row parameters, Reading reading) throws IOException {
        try {
            return store.run(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                    Bind.setAll(sql.binds(), statement, parameters);
                    try (ResultSet rows = statement.executeQuery()) {
                        return reading.read(rows);
                    }
                }
            });
        } catch (SQLException e) {
            throw new StoreRefusedException(e.getMessage(), e);
        }
    }

    private void append(ResultSet rows, RowAppender found) throws SQLException {
        found.begin();
        for (int i = 0; i < columns.length; i++) {
            int place = i + 1;
            switch (types[i]) {
                case INT -> found.setInt(columns[i], rows.getInt(place));
                case LONG -> found.setLong(columns[i], rows.getLong(place));
                case FLOAT -> found.setFloat(columns[i], rows.getFloat(place));
                case DOUBLE -> found.setDouble(columns[i], rows.getDouble(place));
                case BOOL -> found.setBoolean(columns[i], rows.getBoolean(place));
                case STRING -> found.setString(columns[i], rows.getString(place));
                case OBJECT -> throw new IllegalStateException("OBJECT column");
            }
            if (rows.wasNull()) {
                found.setNull(columns[i]);
            }
        }
        found.commit();
    }
}
