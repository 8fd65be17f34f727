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

/** Makes {@code lengthByKey} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "lengthByKey",
        description = "Keeps the last rows of each key, as OVER (PARTITION BY key ROWS … PRECEDING) sees them.",
        parameters = {
            @Parameter(name = "length", type = ParameterType.INT, description = "How many rows of a key."),
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The columns by which rows are told apart.",
                    repeated = true)
        },
        examples =
                "from Trades#window.lengthByKey(10, symbol) select symbol, avg(price) as mean group by symbol insert into Means;")
@ReadsNamedColumns
public final class LengthByKeyWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        int length = Length.of(context);
        return length == 0 ? new PassingWindow() : new LengthByKeyWindow(context, length);
    }
}
