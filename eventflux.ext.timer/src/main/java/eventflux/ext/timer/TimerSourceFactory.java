package eventflux.ext.timer;

import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.source.Source;
import eventflux.api.spi.source.SourceContext;
import eventflux.api.spi.source.SourceFactory;
import org.osgi.service.component.annotations.Component;

/** Makes sources that send rows at a fixed rate. */
@Component(service = SourceFactory.class)
@Extension(
        kind = ExtensionKind.SOURCE,
        name = "timer",
        description =
                "Sends a row at a fixed rate, the first after one interval. A STRING column in the first place gets \"tick\", every "
                        + "LONG column the time at which the row was due, any other column null. It takes no format.",
        parameters = {
            @Parameter(
                    name = "interval",
                    aliases = {"interval.ms"},
                    type = ParameterType.TIME,
                    optional = true,
                    defaultValue = "1000",
                    description = "From one row to the next.")
        },
        examples = {
            "CREATE STREAM Beat (name STRING, at LONG) WITH (type='source', extension='timer', \"timer.interval\"='5 sec')"
        })
public final class TimerSourceFactory implements SourceFactory {

    /** Called by the service registry. */
    public TimerSourceFactory() {}

    @Override
    public Source create(SourceContext context) {
        if (context.isMapped()) {
            throw new IllegalArgumentException("a timer source makes rows itself and takes no format");
        }
        Schema schema = context.schema();
        long interval = context.settings().getMillis("interval");
        if (interval <= 0) {
            throw new IllegalArgumentException("interval must be positive, is " + interval);
        }
        boolean hasRoom = schema.size() > 0 && schema.column(0).type() == DataType.STRING
                || schema.columns().stream().anyMatch(column -> column.type() == DataType.LONG);
        if (!hasRoom) {
            throw new IllegalArgumentException(
                    "a timer source needs a STRING column in the first place or a LONG column, has " + schema);
        }
        return new TimerSource(
                "eventflux-timer-" + context.application() + "-" + context.stream(), schema, context.time(), interval);
    }
}
