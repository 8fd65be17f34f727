package eventflux.examples.scenarios.random;

import eventflux.api.event.Column;
import eventflux.api.event.DataType;
import java.util.List;
import java.util.stream.Collectors;

/** Queries that feed the stream that they read, a few times for a row. */
final class LoopQueries {

    /** What applications with loops are said to have. */
    static final String KIND = "loop";

    /** Several loops of one stream make many rows of one. */
    static final String FEW_ROWS = "@app:loops(limit='10')\n";

    private static final int FIRST = -1;
    private static final int LAST = 2;

    private final Draft draft;

    LoopQueries(Draft draft) {
        this.draft = draft;
    }

    void add() {
        draft.source(LoopQueries::canCount).ifPresent(this::add);
    }

    private static boolean canCount(Readable readable) {
        return !readable.isWindow() && !readable.columns(DataType.INT).isEmpty();
    }

    private void add(Readable stream) {
        String counter = draft.chance().one(stream.columns(DataType.INT)).name();
        String filter = "[" + counter + " > " + FIRST + " and " + counter + " < " + LAST + "]";
        String window = draft.chance().oneIn(4) ? "#window.time(700)" : "";
        String events = window.isEmpty() ? "" : draft.chance().oneOf("", "expired events ");
        String middle = draft.name(StreamQueries.MIDDLE);
        Both query = next(stream, counter, stream.name() + filter, window, events);
        Both rewritten = StreamQueries.everything(stream.name() + filter, middle)
                .then(next(stream, counter, middle, window, events));
        draft.add(query, rewritten);
        draft.has(KIND);
    }

    private static Both next(Readable stream, String counter, String source, String window, String events) {
        String items = "select " + items(stream.columns(), counter);
        String insert = "insert " + events + "into " + stream.name();
        return new Both(
                "from " + source + window + " " + items + " " + insert,
                insert + " " + items + " from " + source + (window.isEmpty() ? "" : " window('time', 700)"));
    }

    private static String items(List<Column> columns, String counter) {
        return columns.stream()
                .map(Column::name)
                .map(name -> name.equals(counter) ? counter + " + 1 as " + counter : name)
                .collect(Collectors.joining(", "));
    }
}
