package eventflux.ext.windows;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code lossyFrequent} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "lossyFrequent",
        aliases = "lossyCounting",
        description =
                "Lets rows pass whose key makes up at least a share of all rows, counted by lossy counting (Manku and Motwani).",
        parameters = {
            @Parameter(
                    name = "support",
                    type = ParameterType.DOUBLE,
                    description = "The share, between 0 and 1.",
                    aliases = "support.threshold"),
            @Parameter(
                    name = "error",
                    type = ParameterType.DOUBLE,
                    description = "How far the share may be wrong; a tenth of it otherwise.",
                    optional = true,
                    aliases = "error.bound"),
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The columns whose values are counted; all of them otherwise.",
                    optional = true,
                    repeated = true,
                    aliases = "attribute")
        },
        examples = "from Payments#window.lossyFrequent(0.1, 0.01, card) select card insert into Busy;")
public final class LossyFrequentWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new LossyFrequentWindow(context);
    }
}
