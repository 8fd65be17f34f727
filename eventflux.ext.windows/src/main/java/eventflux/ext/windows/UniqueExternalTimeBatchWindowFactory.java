package eventflux.ext.windows;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.window.ReadsNamedColumns;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code uniqueExternalTimeBatch} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "uniqueExternalTimeBatch",
        aliases = "unique:externalTimeBatch",
        description =
                "Collects the last row of each key in a stretch of time by a column, as a batch that ends when a row of a later one comes.",
        parameters = {
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The column by which rows are told apart.",
                    aliases = "unique.key"),
            @Parameter(
                    name = "time",
                    type = ParameterType.COLUMN,
                    description = "The LONG column that holds the time of a row, in milliseconds.",
                    aliases = "time.stamp"),
            @Parameter(name = "period", type = ParameterType.TIME, description = "How long.", aliases = "window.time"),
            @Parameter(
                    name = "start",
                    type = {ParameterType.TIME, ParameterType.COLUMN},
                    description =
                            "A time at which a batch starts, or a column of the first row that holds it; its own time otherwise.",
                    optional = true,
                    aliases = "start.time"),
            @Parameter(
                    name = "timeout",
                    type = ParameterType.TIME,
                    description =
                            "How long a row waits by the clock; then the batch is told early, and again with later rows.",
                    optional = true,
                    aliases = "time.out"),
            @Parameter(
                    name = "replaceWithBatchTime",
                    type = ParameterType.BOOL,
                    description = "Whether the time column of a row becomes the end of its batch.",
                    optional = true,
                    defaultValue = "false",
                    aliases = "replace.time.stamp.with.batch.end.time")
        },
        examples =
                "from Trades#window.uniqueExternalTimeBatch(symbol, ts, 1 min, 0, 5 sec) select sum(volume) as total insert into Totals;")
@ReadsNamedColumns
public final class UniqueExternalTimeBatchWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new ExternalTimeBatchWindow(context, (own, copy) -> new UniqueRows(own, UniqueRows.Choice.LAST, copy));
    }
}
