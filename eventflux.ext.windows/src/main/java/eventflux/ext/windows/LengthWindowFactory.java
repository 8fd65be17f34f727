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

/** Makes {@code length} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "length",
        description = "Keeps the last rows: each row that comes in when it is full pushes the oldest out.",
        parameters = {
            @Parameter(
                    name = "length",
                    type = ParameterType.INT,
                    description = "How many rows.",
                    aliases = "window.length")
        },
        examples = "from Trades#window.length(10) select symbol, avg(price) as mean insert into Means;")
@ReadsNamedColumns
public final class LengthWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        int length = Length.of(context);
        return length == 0
                ? new PassingWindow()
                : new SlidingWindow(context, new Retention.LastRows(length), SlidingRelease.PASS);
    }
}
