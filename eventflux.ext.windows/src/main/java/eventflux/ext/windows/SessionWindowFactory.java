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

/** Makes {@code session} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "session",
        description =
                "Keeps rows that follow each other closely, and lets them go together when none came for a while.",
        parameters = {
            @Parameter(
                    name = "gap",
                    type = ParameterType.TIME,
                    description = "For how long no row comes after a session.",
                    aliases = "window.session"),
            @Parameter(
                    name = "key",
                    type = ParameterType.COLUMN,
                    description = "The column whose values have sessions of their own.",
                    optional = true,
                    aliases = {"window.key", "session.key"}),
            @Parameter(
                    name = "latency",
                    type = ParameterType.TIME,
                    description = "For how long rows that come late join a session that is over; shorter than the gap.",
                    optional = true,
                    defaultValue = "0",
                    aliases = {"window.allowed.latency", "allowed.latency"})
        },
        examples =
                "from Clicks#window.session(30 sec, user, 5 sec) select user, count() as clicks group by user insert into Visits;")
@ReadsNamedColumns
public final class SessionWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new SessionWindow(context);
    }
}
