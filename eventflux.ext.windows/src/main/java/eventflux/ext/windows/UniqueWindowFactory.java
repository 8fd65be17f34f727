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

/** Makes {@code unique} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "unique",
        aliases = "unique:ever",
        description = "Keeps the last row of each key: a row takes the place of the one before with its key.",
        parameters = {
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The columns by which rows are told apart.",
                    repeated = true,
                    aliases = "unique.key")
        },
        examples = "from Readings#window.unique(sensor) select avg(temp) as mean insert into Means;")
@ReadsNamedColumns
public final class UniqueWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        UniqueRows kept = new UniqueRows(context, UniqueRows.Choice.LAST);
        return new SlidingWindow(context, kept, new Retention.Forever(), SlidingRelease.PASS);
    }
}
