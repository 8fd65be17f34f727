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

/** Makes {@code delay} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "delay",
        description = "Holds rows back for a while; they are current afterwards, and stay so.",
        parameters = {
            @Parameter(
                    name = "period",
                    type = ParameterType.TIME,
                    description = "How long a row is held back.",
                    aliases = "window.delay")
        },
        examples = "from Orders#window.delay(1 hour) select id insert into Overdue;")
@ReadsNamedColumns
public final class DelayWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new SlidingWindow(
                context, new Retention.LastMillis(Grid.duration(context, "period")), SlidingRelease.HOLD);
    }
}
