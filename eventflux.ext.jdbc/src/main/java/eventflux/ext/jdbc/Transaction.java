package eventflux.ext.jdbc;

import eventflux.api.event.Row;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.RefusedRows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Changes in one transaction: all rows of parameters together, or, when the database refuses that, one after another,
 * each back to where it began when it is refused.
 */
final class Transaction {

    private final JdbcStore store;

    Transaction(JdbcStore store) {
        this.store = store;
    }

    /** A change by all rows of parameters, or by one of them. */
    interface Change {

        /** By all of them; reports nothing. */
        void all(Connection connection, ParameterRows rows) throws SQLException;

        /** By one of them. */
        void one(Connection connection, Row parameters) throws SQLException;
    }

    /** Carries a change out. */
    void run(Change change, ParameterRows rows, RefusedRows refused) throws IOException {
        try {
            store.run(connection -> {
                connection.setAutoCommit(false);
                change.all(connection, rows);
                connection.commit();
                return true;
            });
        } catch (SQLException e) {
            runOneByOne(change, rows, refused);
        }
    }

    private void runOneByOne(Change change, ParameterRows rows, RefusedRows refused) throws IOException {
        try {
            store.run(connection -> {
                connection.setAutoCommit(false);
                for (int index = 0; index < rows.size(); index++) {
                    runOne(change, connection, rows, index, refused);
                }
                connection.commit();
                return true;
            });
        } catch (SQLException e) {
            // Even the end of the transaction was refused: nothing is done.
            throw new IOException(e.getMessage(), e);
        }
    }

    private static void runOne(Change change, Connection connection, ParameterRows rows, int index, RefusedRows refused)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            change.one(connection, rows.row(index));
        } catch (SQLException e) {
            if (Database.isPassing(e, connection)) {
                throw e;
            }
            connection.rollback(before);
            refused.refused(index, e);
        }
    }
}
