package eventflux.ext.jdbc;

import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreAssignment;
import eventflux.api.spi.table.StoreChange;
import eventflux.api.spi.table.StoreExpression;
import eventflux.api.spi.table.StoreSearch;
import eventflux.api.spi.table.StoredTable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table in a database. Searches and changes are statements with parameters; each is written once, when it is used for
 * the first time after a start, and the driver keeps it prepared as long as it keeps the connection.
 */
final class JdbcStore implements Store {

    private final StoredTable definition;
    private final ConnectionPools pools;
    private final JdbcStoreOptions options;
    private final SqlCapability capability;
    // Both written by the thread that owns the application; null while the store is stopped.
    private ConnectionPool pool;
    private JdbcTable table;

    JdbcStore(StoredTable definition, ConnectionPools pools, JdbcStoreOptions options) {
        this.definition = definition;
        this.pools = pools;
        this.options = options;
        this.capability = new SqlCapability(options.pool().database().dialect());
    }

    @Override
    public boolean accepts(StoreExpression expression) {
        return capability.covers(expression);
    }

    @Override
    public StoreSearch search(StoreExpression condition, List<Integer> columns) {
        return new JdbcSearch(
                this,
                definition.schema(),
                columns,
                statement(own -> own.select(condition, columns)),
                statement(own -> own.exists(condition)));
    }

    @Override
    public StoreChange insert() {
        return new JdbcChange(this, statement(own -> own.insert(own.parameters())));
    }

    @Override
    public StoreChange delete(StoreExpression condition) {
        return new JdbcChange(this, statement(own -> own.delete(condition)));
    }

    @Override
    public StoreChange update(StoreExpression condition, List<StoreAssignment> assignments) {
        return new JdbcChange(this, statement(own -> own.update(condition, assignments)));
    }

    @Override
    public StoreChange upsert(StoreExpression condition, List<StoreAssignment> assignments, List<StoreExpression> row) {
        JdbcTable asDefined = new JdbcTable(
                definition,
                options.pool().database().dialect(),
                options.table(),
                definition.schema().names());
        if (asDefined.isReplacement(condition, assignments, row)) {
            return new JdbcChange(this, statement(own -> own.replace(row)));
        }
        return new JdbcUpsert(
                this, statement(own -> own.update(condition, assignments)), statement(own -> own.insert(row)));
    }

    private Statement statement(Function<JdbcTable, Sql> text) {
        return new Statement(text);
    }

    /** A statement that is written when the table is known. Used by the thread that owns the application. */
    final class Statement {

        private final Function<JdbcTable, Sql> write;
        // Both written by the thread that owns the application; of no table at first.
        private JdbcTable writtenFor;
        private Sql sql;

        private Statement(Function<JdbcTable, Sql> write) {
            this.write = write;
        }

        Sql sql() {
            if (writtenFor != table) {
                sql = write.apply(table);
                writtenFor = table;
            }
            return sql;
        }
    }

    /** Does something over a connection; throws an IOException when it may be tried again. */
    <T> T run(ConnectionPool.Work<T> work) throws IOException, SQLException {
        return pool.run(work);
    }

    @Override
    public void start() throws IOException {
        pool = pools.take(options.pool());
        try {
            table = pool.run(connection -> {
                TableColumns found = TableColumns.of(connection, wanted(), options.createsTable());
                List<String> columns = found.spelled(definition.schema().names());
                return new JdbcTable(definition, options.pool().database().dialect(), found.name(), columns);
            });
        } catch (SQLException e) {
            stop();
            throw new IOException(e.getMessage(), e);
        } catch (IOException e) {
            stop();
            throw e;
        }
    }

    private TableDefinition wanted() {
        return new TableDefinition(
                options.table(),
                definition.schema(),
                names(definition.primaryKey()),
                indexes(),
                names(definition.notNull()));
    }

    private List<List<String>> indexes() {
        return Stream.concat(definition.indexed().stream().map(List::of), definition.indexedTogether().stream())
                .map(this::names)
                .toList();
    }

    private List<String> names(List<Integer> columns) {
        return columns.stream()
                .map(column -> definition.schema().column(column).name())
                .toList();
    }

    @Override
    public void stop() throws IOException {
        if (pool != null) {
            pool = null;
            table = null;
            pools.giveBack(options.pool());
        }
    }
}
