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

/** Makes {@code batch} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "batch",
        description = "Takes the rows that were sent at once, or that a query put out at once, as a batch.",
        parameters = {
            @Parameter(
                    name = "length",
                    type = ParameterType.INT,
                    description = "How many rows a batch has at most; 0 for any number.",
                    optional = true,
                    defaultValue = "0",
                    aliases = {"window.length", "chunk.length"})
        },
        examples = "from Trades#window.batch() select symbol, sum(volume) as total insert into Totals;")
@ReadsNamedColumns
public final class BatchWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new BatchWindow(Length.of(context), BatchRelease.atEnd(context));
    }
}
