package eventflux.ext.jdbc;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreContext;
import eventflux.api.spi.table.StoreFactory;
import org.osgi.service.component.annotations.Component;

/** Makes stores that keep rows in tables of databases. */
@Component(service = StoreFactory.class)
@Extension(
        kind = ExtensionKind.STORE,
        name = "jdbc",
        aliases = {"rdbms"},
        description =
                "Keeps the rows of a table in a table of H2, PostgreSQL, MariaDB, MySQL or SQLite, a column each. "
                        + "Comparisons, AND, OR, NOT, tests for null, sums, differences and products become SQL with "
                        + "parameters; the order of texts, division and functions are left to the engine.",
        parameters = {
            @Parameter(
                    name = "url",
                    aliases = {"jdbc.url"},
                    type = ParameterType.STRING,
                    description = "The database, as its driver calls it."),
            @Parameter(
                    name = "table",
                    aliases = {"table.name"},
                    type = ParameterType.STRING,
                    optional = true,
                    description = "The table in the database; called as the table of the application unless given."),
            @Parameter(
                    name = "create.table",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "true",
                    description =
                            "Whether a table that is not there is made, with primary key, indexes and columns that are never null."),
            @Parameter(
                    name = "pool.size",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "10",
                    description =
                            "Connections at most. Tables that say the same about their database share their connections."),
            @Parameter(
                    name = "connect.timeout",
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "5000",
                    description = "How long a connection may take to come; the application stands still meanwhile.")
        },
        shares = Database.class,
        examples = {
            "CREATE TABLE Limits (device STRING PRIMARY KEY, lim DOUBLE) WITH (extension='jdbc', "
                    + "\"jdbc.url\"='jdbc:h2:./plant')",
            "@Store(type='rdbms', jdbc.url='jdbc:h2:./plant') @PrimaryKey('device') "
                    + "define table Limits (device string, lim double);"
        })
public final class JdbcStoreFactory implements StoreFactory {

    private final ConnectionPools pools = new ConnectionPools();

    /** Called by the service registry. */
    public JdbcStoreFactory() {}

    @Override
    public Store create(StoreContext context) {
        return new JdbcStore(
                context.table(),
                pools,
                JdbcStoreOptions.of(context.settings(), context.table().name()));
    }
}
