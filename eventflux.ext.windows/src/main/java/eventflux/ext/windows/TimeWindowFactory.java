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

/** Makes {@code time} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "time",
        description = "Keeps the rows of the last stretch of time.",
        parameters = {
            @Parameter(name = "period", type = ParameterType.TIME, description = "How long.", aliases = "window.time")
        },
        examples = "from Trades#window.time(1 min) select max(price) as high insert into Highs;")
@ReadsNamedColumns
public final class TimeWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new SlidingWindow(
                context, new Retention.LastMillis(Grid.duration(context, "period")), SlidingRelease.PASS);
    }
}
