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

/** Makes {@code externalTime} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "externalTime",
        description = "Keeps the rows of the last stretch of time, where a column says what time it is.",
        parameters = {
            @Parameter(
                    name = "time",
                    type = ParameterType.COLUMN,
                    description = "The LONG column that holds the time of a row, in milliseconds.",
                    aliases = "timestamp"),
            @Parameter(name = "period", type = ParameterType.TIME, description = "How long.", aliases = "window.time")
        },
        examples = "from Trades#window.externalTime(ts, 1 min) select count() as trades insert into Counts;")
@ReadsNamedColumns
public final class ExternalTimeWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        TimeColumn time = TimeColumn.of(context, "time");
        return new SlidingWindow(
                context, new Retention.LastMillisOf(time, Grid.duration(context, "period")), SlidingRelease.PASS);
    }
}
