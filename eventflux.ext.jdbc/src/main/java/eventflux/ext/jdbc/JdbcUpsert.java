package eventflux.ext.jdbc;

import eventflux.api.event.Row;
import eventflux.api.spi.table.ParameterRows;
import eventflux.api.spi.table.RefusedRows;
import eventflux.api.spi.table.StoreChange;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** An update, and an insert for each row of parameters that has found nothing to update. */
final class JdbcUpsert implements StoreChange, Transaction.Change {

    private final JdbcStore.Statement update;
    private final JdbcStore.Statement insert;
    private final Transaction transaction;

    JdbcUpsert(JdbcStore store, JdbcStore.Statement update, JdbcStore.Statement insert) {
        this.update = update;
        this.insert = insert;
        this.transaction = new Transaction(store);
    }

    @Override
    public void apply(ParameterRows rows, RefusedRows refused) throws IOException {
        transaction.run(this, rows, refused);
    }

    // A row that one of them inserts may be one that the next updates.
    @Override
    public void all(Connection connection, ParameterRows rows) throws SQLException {
        try (PreparedStatement updating =
                        connection.prepareStatement(update.sql().text());
                PreparedStatement inserting =
                        connection.prepareStatement(insert.sql().text())) {
            for (int index = 0; index < rows.size(); index++) {
                run(updating, inserting, rows.row(index));
            }
        }
    }

    @Override
    public void one(Connection connection, Row parameters) throws SQLException {
        try (PreparedStatement updating =
                        connection.prepareStatement(update.sql().text());
                PreparedStatement inserting =
                        connection.prepareStatement(insert.sql().text())) {
            run(updating, inserting, parameters);
        }
    }

    private void run(PreparedStatement updating, PreparedStatement inserting, Row parameters) throws SQLException {
        Bind.setAll(update.sql().binds(), updating, parameters);
        if (updating.executeUpdate() == 0) {
            Bind.setAll(insert.sql().binds(), inserting, parameters);
            inserting.executeUpdate();
        }
    }
}
