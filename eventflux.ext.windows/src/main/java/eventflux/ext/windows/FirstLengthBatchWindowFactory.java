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

/** Makes {@code firstLengthBatch} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "firstLengthBatch",
        aliases = "unique:firstLengthBatch",
        description = "Collects the first row of each key, and tells of them as a batch when there are enough.",
        parameters = {
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The column by which rows are told apart.",
                    aliases = "unique.key"),
            @Parameter(
                    name = "length",
                    type = ParameterType.INT,
                    description = "How many rows.",
                    aliases = "window.length")
        },
        examples = "from Readings#window.firstLengthBatch(sensor, 10) select avg(temp) as mean insert into Means;")
@ReadsNamedColumns
public final class FirstLengthBatchWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        int length = Length.of(context);
        return length == 0
                ? new PassingWindow()
                : new LengthBatchWindow(
                        length, WholeBatches.of(context, new UniqueRows(context, UniqueRows.Choice.FIRST)));
    }
}
