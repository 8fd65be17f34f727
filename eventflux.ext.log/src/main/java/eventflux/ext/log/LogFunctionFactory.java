package eventflux.ext.log;

import eventflux.api.event.DataType;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.RowSignature;
import eventflux.api.spi.stream.StreamFunction;
import eventflux.api.spi.stream.StreamFunctionContext;
import eventflux.api.spi.stream.StreamFunctionFactory;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes functions that write the rows that come by to the log. */
@Component(service = StreamFunctionFactory.class)
@Extension(
        kind = ExtensionKind.STREAM_FUNCTION,
        name = "log",
        description =
                "Writes each row that comes by to the logger eventflux.log.<application>: a priority (info, debug, warn, error, fatal, "
                        + "trace or off; otherwise info), a message, and whether the row follows it (otherwise it does).",
        rowSignatures = {
            @RowSignature,
            @RowSignature(takes = DataType.STRING),
            @RowSignature(takes = DataType.BOOL),
            @RowSignature(takes = {DataType.STRING, DataType.BOOL}),
            @RowSignature(takes = {DataType.STRING, DataType.STRING}),
            @RowSignature(takes = {DataType.STRING, DataType.STRING, DataType.BOOL})
        },
        examples = {
            "from Readings[temp > 50]#log('hot') select sensor insert into Alarms;",
            "from Readings#log('warn', concat(sensor, ' speaks'), false) select sensor insert into Seen;"
        })
public final class LogFunctionFactory implements StreamFunctionFactory {

    private final Function<String, Logger> loggers;

    /** Called by the service registry. */
    public LogFunctionFactory() {
        this(LoggerFactory::getLogger);
    }

    LogFunctionFactory(Function<String, Logger> loggers) {
        this.loggers = loggers;
    }

    @Override
    public StreamFunction create(StreamFunctionContext context) {
        return new LogFunction(context, loggers.apply("eventflux.log." + context.application()));
    }
}
