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

/** Makes {@code timeBatch} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "timeBatch",
        aliases = "tumbling",
        description = "Collects the rows of a stretch of time, and tells of them as a batch at its end.",
        parameters = {
            @Parameter(name = "period", type = ParameterType.TIME, description = "How long.", aliases = "window.time"),
            @Parameter(
                    name = "start",
                    type = ParameterType.TIME,
                    description =
                            "A time at which a batch starts, epoch milliseconds; the arrival of the first row otherwise.",
                    optional = true,
                    aliases = "start.time"),
            @Parameter(
                    name = "streamCurrent",
                    type = ParameterType.BOOL,
                    description = "Whether rows are current as they come, instead of with their whole batch.",
                    optional = true,
                    defaultValue = "false",
                    aliases = "stream.current.event")
        },
        examples =
                "from Trades#window.timeBatch(1 min, 0) select symbol, sum(volume) as total group by symbol insert into Totals;")
@ReadsNamedColumns
public final class TimeBatchWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new TimeBatchWindow(context, Grid.duration(context, "period"), BatchRelease.of(context));
    }
}
