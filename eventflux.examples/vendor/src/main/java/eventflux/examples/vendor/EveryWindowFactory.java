package eventflux.examples.vendor;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code acme:every} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        namespace = "acme",
        name = "every",
        description = "Samples a stream: keeps each n-th row until the next n-th row comes.",
        parameters = @Parameter(name = "n", type = ParameterType.INT, description = "One row of how many."),
        examples = "from Readings#window.acme:every(10) select sensor, value insert into Sampled;")
public final class EveryWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        int n = context.arguments().getInt("n");
        if (n < 1) {
            throw new IllegalArgumentException("One row of " + n + " is none: n must be 1 or more.");
        }
        return new EveryWindow(context, n);
    }
}
