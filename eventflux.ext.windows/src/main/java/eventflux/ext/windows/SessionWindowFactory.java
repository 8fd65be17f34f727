package eventflux.ext.windows;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import org.osgi.service.component.annotations.Component;

/** Makes {@code session} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "session",
        description =
                "Keeps rows that follow each other closely, and lets them go together when none came for a while.",
        parameters =
                @Parameter(
                        name = "gap",
                        type = ParameterType.TIME,
                        description = "For how long no row comes after a session.",
                        aliases = "window.session"),
        examples = "INSERT INTO Visits SELECT user, COUNT(*) AS clicks FROM Clicks WINDOW('session', 30 SECONDS);")
public final class SessionWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new SessionWindow(context);
    }
}
