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

/** Makes {@code uniqueTime} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "uniqueTime",
        aliases = "unique:time",
        description = "Keeps the last row of each key, for a stretch of time.",
        parameters = {
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The column by which rows are told apart.",
                    aliases = "unique.key"),
            @Parameter(name = "period", type = ParameterType.TIME, description = "How long.", aliases = "window.time")
        },
        examples = "from Readings#window.uniqueTime(sensor, 1 min) select avg(temp) as mean insert into Means;")
@ReadsNamedColumns
public final class UniqueTimeWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        UniqueRows kept = new UniqueRows(context, UniqueRows.Choice.LAST);
        return new SlidingWindow(
                context, kept, new Retention.LastMillis(Grid.duration(context, "period")), SlidingRelease.PASS);
    }
}
