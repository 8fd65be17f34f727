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

/** Makes {@code firstUnique} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "firstUnique",
        aliases = "unique:first",
        description = "Lets the first row of each key pass, and no other.",
        parameters = {
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The columns by which rows are told apart.",
                    repeated = true,
                    aliases = "unique.key")
        },
        examples = "from Visits#window.firstUnique(user) select user insert into Visitors;")
@ReadsNamedColumns
public final class FirstUniqueWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new FirstUniqueWindow(context);
    }
}
