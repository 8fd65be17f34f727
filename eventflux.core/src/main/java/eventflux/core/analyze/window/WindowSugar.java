package eventflux.core.analyze.window;

import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.stream.WindowCall;
import eventflux.api.query.stream.WindowCall.Spelling;
import java.util.Locale;

/**
 * The general words of SQL for windows of time. {@code TUMBLING(1 min)} goes by the clock and {@code TUMBLING(ts, 1 min)} by a
 * column; {@code SLIDING(10 min)} slides with each row and {@code SLIDING(10 min, 1 min)} hops.
 */
final class WindowSugar {

    private WindowSugar() {}

    /** The name of the extension that a call means. */
    static String nameOf(WindowCall call) {
        String name = call.name().text();
        if (call.namespace().isPresent()) {
            return call.namespace().get().text() + ":" + name;
        }
        if (call.spelling() != Spelling.QUOTED && call.spelling() != Spelling.WORD) {
            return name;
        }
        boolean isByColumn = !call.arguments().isEmpty() && call.arguments().get(0) instanceof ColumnReference;
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tumbling" -> isByColumn ? "externalTimeBatch" : "timeBatch";
            case "sliding" -> sliding(isByColumn, call.arguments().size());
            case "hop" -> "hopping";
            default -> name;
        };
    }

    private static String sliding(boolean isByColumn, int arguments) {
        if (isByColumn) {
            return "externalTime";
        }
        return arguments == 1 ? "time" : "hopping";
    }
}
