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

/** Makes {@code cron} windows. */
@Component(service = WindowFactory.class)
@Extension(
        kind = ExtensionKind.WINDOW,
        name = "cron",
        description = "Collects rows, and tells of them as a batch at times by the calendar.",
        parameters = {
            @Parameter(
                    name = "expression",
                    type = ParameterType.STRING,
                    description =
                            "A Quartz cron expression: seconds, minutes, hours, day of the month, month, day of the week;"
                                    + " CRON_TZ= and a time zone may stand before it.",
                    aliases = "cron.expression"),
            @Parameter(
                    name = "zone",
                    type = ParameterType.STRING,
                    description =
                            "The time zone of the calendar, such as 'Europe/Berlin'; that of the machine otherwise.",
                    optional = true)
        },
        examples =
                "from Orders#window.cron('0 0 18 ? * MON-FRI', 'Europe/Berlin') select sum(amount) as total insert into Days;")
@ReadsNamedColumns
public final class CronWindowFactory implements WindowFactory {

    @Override
    public Window create(WindowContext context) {
        return new CronWindow(context);
    }
}
