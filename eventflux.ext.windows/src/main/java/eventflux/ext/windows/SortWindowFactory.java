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

/** Makes {@code sort} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "sort",
        description = "Keeps the rows that come first in an order: when there are too many, the last one leaves.",
        parameters = {
            @Parameter(
                    name = "length",
                    type = ParameterType.INT,
                    description = "How many rows.",
                    aliases = "window.length"),
            @Parameter(
                    name = "order",
                    type = {ParameterType.COLUMN, ParameterType.STRING},
                    description = "The columns to sort by, each with 'asc' or 'desc' behind it if that matters.",
                    repeated = true,
                    aliases = "attribute")
        },
        examples = "from Trades#window.sort(10, price, 'desc') select symbol, price insert all events into Best;")
@ReadsNamedColumns
public final class SortWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new SortWindow(context, Length.of(context));
    }
}
