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

/** Makes {@code hopping} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "hopping",
        aliases = {"sliding", "hop", "hoping"},
        description = "Tells at regular times of the rows of the last stretch of time, as a batch.",
        parameters = {
            @Parameter(name = "size", type = ParameterType.TIME, description = "How long a stretch is."),
            @Parameter(
                    name = "slide",
                    type = ParameterType.TIME,
                    description = "How long it is from one batch to the next."),
            @Parameter(
                    name = "start",
                    type = ParameterType.TIME,
                    description = "A time at which a batch ends, epoch milliseconds; otherwise that of the first row.",
                    optional = true,
                    aliases = "start.time")
        },
        examples = "INSERT INTO Means SELECT AVG(price) AS mean FROM Trades WINDOW('hopping', 10 MINUTES, 1 MINUTE);")
@ReadsNamedColumns
public final class HoppingWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        BatchRelease release = new OverlappingBatches(context, Grid.duration(context, "size"));
        return new TimeBatchWindow(context, Grid.duration(context, "slide"), release);
    }
}
