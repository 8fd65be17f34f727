package eventflux.ext.jdbc;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sinks that write into tables of databases. */
@Component(service = SinkFactory.class)
@Extension(
        kind = ExtensionKind.SINK,
        name = "jdbc",
        description =
                "Writes rows into a table of H2, PostgreSQL, MariaDB, MySQL or SQLite, a column each; it takes no format. A row that the "
                        + "database refuses is counted and logged, the others are written.",
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
                    name = "create.table",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "true",
                    description = "Whether a table that is not there is made at the start."),
            @Parameter(
                    name = "upsert.key",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "Columns, with commas between them: a row replaces the one with the same values there."),
            @Parameter(
                    name = "batch.size",
                    type = ParameterType.INT,
                    optional = true,
                    defaultValue = "500",
                    description =
                            "Rows in one transaction at most; fewer go out when the source waits for them, and after flush.interval."),
            @Parameter(
                    name = "flush.interval",
                    aliases = {"flush.interval.ms", "batch.interval"},
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "100",
                    description = "How long rows are held back at most.")
        },
        shares = Database.class,
        examples = {
            "CREATE STREAM Totals (symbol STRING, total DOUBLE) WITH (type='sink', extension='jdbc', "
                    + "\"jdbc.url\"='jdbc:h2:./totals', \"jdbc.upsert.key\"='symbol')"
        })
public final class JdbcSinkFactory implements SinkFactory {

    /** Called by the service registry. */
    public JdbcSinkFactory() {}

    @Override
    public Sink create(SinkContext context) {
        if (context.isMapped()) {
            throw new IllegalArgumentException("a jdbc sink writes columns itself and takes no format");
        }
        Database database = Database.of(context.settings());
        database.dialect();
        return new JdbcSink(
                context, database, JdbcSinkOptions.of(context.settings(), context.stream(), context.schema()));
    }
}
