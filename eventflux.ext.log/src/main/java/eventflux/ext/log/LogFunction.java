package eventflux.ext.log;

import eventflux.api.event.DataType;
import eventflux.api.event.Row;
import eventflux.api.event.Schema;
import eventflux.api.spi.stream.AddedColumns;
import eventflux.api.spi.stream.RowFunction;
import eventflux.api.spi.stream.StreamFunctionContext;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Writes each row that comes by to the log, with what its arguments say. */
final class LogFunction implements RowFunction {

    private static final int NONE = -1;

    private final String application;
    private final Logger logger;
    private final PairText text;
    // The places of the arguments, NONE where they are left off.
    private final int priority;
    private final int message;
    private final int withRow;

    LogFunction(StreamFunctionContext context, Logger logger) {
        this.application = context.application();
        this.logger = logger;
        this.text = new PairText(context.schema(), CellText.plain(context.schema()), false);
        Schema arguments = context.arguments();
        int last = arguments.size() - 1;
        boolean hasFlag = last >= 0 && arguments.column(last).type() == DataType.BOOL;
        int texts = hasFlag ? last : arguments.size();
        this.withRow = hasFlag ? last : NONE;
        this.message = texts - 1;
        this.priority = texts > 1 ? 0 : NONE;
    }

    @Override
    public void onRow(Row row, Row arguments, AddedColumns added) {
        log(row, arguments, "");
    }

    @Override
    public void onExpired(Row row, Row arguments, AddedColumns added) {
        log(row, arguments, " (expired)");
    }

    private void log(Row row, Row arguments, String mark) {
        String name = priority == NONE ? "info" : String.valueOf(arguments.getString(priority));
        if (name.equalsIgnoreCase("off")) {
            return;
        }
        Level level = level(name);
        if (!logger.isEnabledForLevel(level)) {
            return;
        }
        StringBuilder line = new StringBuilder(application).append(": ");
        boolean hasRow = withRow == NONE || arguments.isNull(withRow) || arguments.getBoolean(withRow);
        if (message != NONE) {
            CellText.appendVisible(line, String.valueOf(arguments.getString(message)));
            line.append(hasRow ? ", " : "");
        }
        if (hasRow) {
            text.append(line, row);
        }
        logger.atLevel(level).log(line.append(mark).toString());
    }

    private static Level level(String priority) {
        return switch (priority.toUpperCase(Locale.ROOT)) {
            case "FATAL", "ERROR" -> Level.ERROR;
            case "WARN" -> Level.WARN;
            case "INFO" -> Level.INFO;
            case "DEBUG" -> Level.DEBUG;
            case "TRACE" -> Level.TRACE;
            default ->
                throw new IllegalArgumentException(
                        "priority=" + priority + " is none of info, debug, warn, error, fatal, trace, off");
        };
    }
}
