package eventflux.ext.jdbc;

import eventflux.api.event.Row;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.RefusedRows;
import eventflux.api.spi.table.StoreChange;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement that changes rows, as a batch. */
final class JdbcChange implements StoreChange, Transaction.Change {

    private final JdbcStore.Statement statement;
    private final Transaction transaction;

    JdbcChange(JdbcStore store, JdbcStore.Statement statement) {
        this.statement = statement;
        this.transaction = new Transaction(store);
    }

    @Override
    public void apply(ParameterRows rows, RefusedRows refused) throws IOException {
        transaction.run(this, rows, refused);
    }

    @Override
    public void all(Connection connection, ParameterRows rows) throws SQLException {
        if (rows.size() == 1) {
            one(connection, rows.row(0));
            return;
        }
        Sql sql = statement.sql();
        try (PreparedStatement prepared = connection.prepareStatement(sql.text())) {
            for (int index = 0; index < rows.size(); index++) {
                Bind.setAll(sql.binds(), prepared, rows.row(index));
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    @Override
    public void one(Connection connection, Row parameters) throws SQLException {
        Sql sql = statement.sql();
        try (PreparedStatement prepared = connection.prepareStatement(sql.text())) {
            Bind.setAll(sql.binds(), prepared, parameters);
            prepared.executeUpdate();
        }
    }
}
