package eventflux.ext.jdbc;

import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** Fills one place of a prepared statement. */
sealed interface Bind {

    /** Sets it, counted from one. */
    void set(PreparedStatement statement, int place, Row parameters) throws SQLException;

    /** Sets all places. */
    static void setAll(List<Bind> binds, PreparedStatement statement, Row parameters) throws SQLException {
        for (int i = 0; i < binds.size(); i++) {
            binds.get(i).set(statement, i + 1, parameters);
        }
    }

    /** A column of the row of parameters. */
    record FromRow(int column, DataType type) implements Bind {
        @Override
        public void set(PreparedStatement statement, int place, Row parameters) throws SQLException {
            if (parameters.isNull(column)) {
                statement.setNull(place, sqlType());
                return;
            }
            switch (type) {
                case INT -> statement.setInt(place, parameters.getInt(column));
                case LONG -> statement.setLong(place, parameters.getLong(column));
                case FLOAT -> statement.setFloat(place, parameters.getFloat(column));
                case DOUBLE -> statement.setDouble(place, parameters.getDouble(column));
                case BOOL -> statement.setBoolean(place, parameters.getBoolean(column));
                case STRING -> statement.setString(place, parameters.getString(column));
                case OBJECT -> throw new IllegalStateException("OBJECT parameter");
            }
        }

        private int sqlType() {
            return switch (type) {
                case INT -> Types.INTEGER;
                case LONG -> Types.BIGINT;
                case FLOAT -> Types.REAL;
                case DOUBLE -> Types.DOUBLE;
                case BOOL -> Types.BOOLEAN;
                case STRING -> Types.VARCHAR;
                case OBJECT -> Types.OTHER;
            };
        }
    }

    /** A value that is always the same. */
    record Fixed(Object value) implements Bind {
        @Override
        public void set(PreparedStatement statement, int place, Row parameters) throws SQLException {
            statement.setObject(place, value);
        }
    }
}
