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

/** Makes {@code lengthBatch} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "lengthBatch",
        description = "Collects rows, and tells of them as a batch when there are enough.",
        parameters = {
            @Parameter(
                    name = "length",
                    type = ParameterType.INT,
                    description = "How many rows.",
                    aliases = "window.length"),
            @Parameter(
                    name = "streamCurrent",
                    type = ParameterType.BOOL,
                    description = "Whether rows are current as they come, instead of with their whole batch.",
                    optional = true,
                    defaultValue = "false",
                    aliases = "stream.current.event")
        },
        examples = "from Trades#window.lengthBatch(10) select symbol, sum(volume) as total insert into Totals;")
@ReadsNamedColumns
public final class LengthBatchWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        int length = Length.of(context);
        return length == 0 ? new PassingWindow() : new LengthBatchWindow(length, BatchRelease.of(context));
    }
}
