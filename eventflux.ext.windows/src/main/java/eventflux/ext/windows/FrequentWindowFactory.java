package eventflux.ext.windows;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code frequent} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "frequent",
        description =
                "Lets rows pass whose key is among the most frequent, counted by the algorithm of Misra and Gries.",
        parameters = {
            @Parameter(
                    name = "count",
                    type = ParameterType.INT,
                    description = "How many keys are counted at a time.",
                    aliases = "event.count"),
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The columns whose values are counted; all of them otherwise.",
                    optional = true,
                    repeated = true,
                    aliases = "attribute")
        },
        examples = "from Payments#window.frequent(10, card) select card insert into Busy;")
public final class FrequentWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new FrequentWindow(context);
    }
}
