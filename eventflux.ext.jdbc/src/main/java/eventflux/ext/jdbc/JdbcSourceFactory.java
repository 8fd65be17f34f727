package eventflux.ext.jdbc;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sources that read tables of databases as rows are added. */
@Component(service = SourceFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE,
        name = "jdbc",
        description =
                "Asks a table of H2, PostgreSQL, MariaDB, MySQL or SQLite again and again for rows whose value in one column is greater "
                        + "than the greatest seen; it takes no format. Columns are found by their names.",
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
                    description = "The table; called as the stream unless given."),
            @Parameter(
                    name = "increasing.column",
                    type = ParameterType.STRING,
                    description = "A column of whole numbers that grow from row to row, such as an identity."),
            @Parameter(
                    name = "start.after",
                    type = ParameterType.LONG,
                    optional = true,
                    description =
                            "Rows up to this value are not read; otherwise the source begins with the first row."),
            @Parameter(
                    name = "poll.interval",
                    aliases = {"poll.interval.ms"},
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "1000",
                    description = "From one question to the next."),
            @Parameter(
                    name = "batch.size",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "500",
                    description = "Rows that are delivered together at most.")
        },
        shares = Database.class,
        examples = {
            "CREATE STREAM Orders (id LONG, symbol STRING, price DOUBLE) WITH (type='source', extension='jdbc', "
                    + "\"jdbc.url\"='jdbc:h2:./shop', \"jdbc.increasing.column\"='id')"
        })
public final class JdbcSourceFactory implements SourceFactory {

    /** Called by the service registry. */
    public JdbcSourceFactory() {}

    @Override
    public Source create(SourceContext context) {
        if (context.isMapped()) {
            throw new IllegalArgumentException("a jdbc source makes rows itself and takes no format");
        }
        Database database = Database.of(context.settings());
        database.dialect();
        return new JdbcSource(context, database, JdbcSourceOptions.of(context.settings(), context.stream()));
    }
}
