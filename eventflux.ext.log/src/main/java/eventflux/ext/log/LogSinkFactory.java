package eventflux.ext.log;

import eventflux.api.config.Settings;
import eventflux.api.event.Schema;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.sink.Sink;
import eventflux.api.spi.sink.SinkContext;
import eventflux.api.spi.sink.SinkFactory;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Makes sinks that print rows. */
@Component(service = SinkFactory.class)
@Extension(
        kind = ExtensionKind.SINK,
        name = "log",
        description =
                "Prints one row a line: on standard output as a table, since the rows of an application that was started by hand "
                        + "are its result; or through the logger when a level is given. With a format, prints the messages.",
        parameters = {
            @Parameter(
                    name = "prefix",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "What each line begins with. The stream's name, or nothing in the log, where the logger has it."),
            @Parameter(
                    name = "level",
                    type = ParameterType.STRING,
                    optional = true,
                    defaultValue = "print",
                    description =
                            "\"print\" for standard output; error, warn, info, debug or trace for the logger eventflux.log.<stream>."),
            @Parameter(
                    name = "layout",
                    type = ParameterType.STRING,
                    optional = true,
                    description =
                            "\"table\", or \"pairs\" of names and values. A table on standard output, pairs in the log."),
            @Parameter(
                    name = "header",
                    type = ParameterType.BOOL,
                    optional = true,
                    description =
                            "Whether the names of the columns, or the format's header, come first. True for a table, false in the log."),
            @Parameter(
                    name = "timestamp",
                    type = ParameterType.BOOL,
                    optional = true,
                    defaultValue = "false",
                    description = "Whether the time of the event comes first, in UTC."),
            @Parameter(
                    name = "decimals",
                    type = ParameterType.INT,
                    optional = true,
                    description =
                            "So many digits behind the point. Otherwise the shortest number that reads back as the same."),
            @Parameter(
                    name = "date-format.*",
                    type = ParameterType.STRING,
                    optional = true,
                    repeated = true,
                    description =
                            "How the LONG column after the point prints as a date: \"iso\" or a java.time pattern, in UTC.")
        },
        examples = {
            "CREATE STREAM Peaks (symbol STRING, date LONG, price DOUBLE) WITH (type='sink', extension='log', \"log.decimals\"='2', "
                    + "\"log.date-format.date\"='yyyy-MM-dd')"
        })
public final class LogSinkFactory implements SinkFactory {

    private static final String PRINT = "print";

    private final Console console = new Console(() -> System.out);

    /** Called by the service registry. */
    public LogSinkFactory() {}

    @Override
    public Sink create(SinkContext context) {
        Settings settings = context.settings();
        String level = settings.getString("level");
        Lines out = level.equals(PRINT)
                ? console
                : new LoggerLines(LoggerFactory.getLogger("eventflux.log." + context.stream()), level(level));
        String prefix = prefix(settings, level.equals(PRINT) ? context.stream() : "");
        boolean isTable = isTable(settings, level);
        boolean hasHeader = settings.has("header") ? settings.getBoolean("header") : level.equals(PRINT);
        if (context.isMapped()) {
            return new LogMessageSink(prefix, out, hasHeader);
        }
        return new LogRowSink(prefix, rows(context.schema(), settings, isTable), out, hasHeader);
    }

    private static RowText rows(Schema schema, Settings settings, boolean isTable) {
        CellText cells = CellText.of(schema, settings);
        boolean isTimed = settings.getBoolean("timestamp");
        return isTable ? new TableText(schema, cells, isTimed) : new PairText(schema, cells, isTimed);
    }

    private static String prefix(Settings settings, String usual) {
        String prefix = settings.find("prefix").orElse(usual);
        return prefix.isEmpty() ? "" : prefix + "  ";
    }

    private static Level level(String name) {
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                return level;
            }
        }
        throw new IllegalArgumentException("level=" + name + " is none of print, error, warn, info, debug, trace");
    }

    private static boolean isTable(Settings settings, String level) {
        return switch (settings.find("layout").orElse(level.equals(PRINT) ? "table" : "pairs")) {
            case "table" -> true;
            case "pairs" -> false;
            default ->
                throw new IllegalArgumentException(
                        "layout=" + settings.getString("layout") + " is neither table nor pairs");
        };
    }
}
