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

/** Makes {@code uniqueLength} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "uniqueLength",
        aliases = "unique:length",
        description = "Keeps the last row of each of the last few keys.",
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
        examples = "from Readings#window.uniqueLength(sensor, 10) select avg(temp) as mean insert into Means;")
@ReadsNamedColumns
public final class UniqueLengthWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        int length = Length.of(context);
        return length == 0
                ? new PassingWindow()
                : new SlidingWindow(
                        context,
                        new UniqueRows(context, UniqueRows.Choice.LAST),
                        new Retention.LastRows(length),
                        SlidingRelease.PASS);
    }
}
