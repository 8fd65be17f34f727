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

/** Makes {@code firstTimeBatch} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "firstTimeBatch",
        aliases = "unique:firstTimeBatch",
        description =
                "Collects the first row of each key in a stretch of time, and tells of them as a batch at its end.",
        parameters = {
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The column by which rows are told apart.",
                    aliases = "unique.key"),
            @Parameter(name = "period", type = ParameterType.TIME, description = "How long.", aliases = "window.time"),
            @Parameter(
                    name = "start",
                    type = ParameterType.TIME,
                    description =
                            "A time at which a batch starts, epoch milliseconds; the arrival of the first row otherwise.",
                    optional = true,
                    aliases = "start.time")
        },
        examples = "from Readings#window.firstTimeBatch(sensor, 1 min) select avg(temp) as mean insert into Means;")
@ReadsNamedColumns
public final class FirstTimeBatchWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        BatchRelease release = WholeBatches.of(context, new UniqueRows(context, UniqueRows.Choice.FIRST));
        return new TimeBatchWindow(context, Grid.duration(context, "period"), release);
    }
}
