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

/** Makes {@code uniqueTimeLengthBatch} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "uniqueTimeLengthBatch",
        aliases = "unique:timeLengthBatch",
        description =
                "Collects the last row of each key, and tells of them as a batch at the end of a stretch of time or when there are enough.",
        parameters = {
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The column by which rows are told apart.",
                    aliases = "unique.key"),
            @Parameter(name = "period", type = ParameterType.TIME, description = "How long.", aliases = "window.time"),
            @Parameter(
                    name = "start",
                    type = ParameterType.TIME,
                    description =
                            "A time at which a batch starts, epoch milliseconds; the arrival of the first row otherwise.",
                    optional = true,
                    aliases = "start.time"),
            @Parameter(
                    name = "length",
                    type = ParameterType.INT,
                    description = "How many rows fill a batch.",
                    aliases = "window.length")
        },
        examples =
                "from Readings#window.uniqueTimeLengthBatch(sensor, 1 min, 10) select avg(temp) as mean insert into Means;")
@ReadsNamedColumns
public final class UniqueTimeLengthBatchWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        int length = Length.of(context);
        if (length == 0) {
            return new PassingWindow();
        }
        BatchRelease release = WholeBatches.of(context, new UniqueRows(context, UniqueRows.Choice.LAST));
        return new TimeBatchWindow(context, Grid.duration(context, "period"), release, length);
    }
}
