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

/** Makes {@code timeLength} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "timeLength",
        description = "Keeps the rows of the last stretch of time, and of these no more than the last few.",
        parameters = {
            @Parameter(name = "period", type = ParameterType.TIME, description = "How long.", aliases = "window.time"),
            @Parameter(
                    name = "length",
                    type = ParameterType.INT,
                    description = "How many rows.",
                    aliases = "window.length")
        },
        examples = "from Trades#window.timeLength(1 min, 100) select avg(price) as mean insert into Means;")
@ReadsNamedColumns
public final class TimeLengthWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        Retention young = new Retention.LastMillis(Grid.duration(context, "period"));
        int length = Length.of(context);
        return length == 0
                ? new PassingWindow()
                : new SlidingWindow(
                        context, new Retention.Both(young, new Retention.LastRows(length)), SlidingRelease.PASS);
    }
}
