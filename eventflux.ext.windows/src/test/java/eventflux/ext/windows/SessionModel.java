package eventflux.ext.windows;

import eventflux.api.event.Row;
import eventflux.api.spi.window.WindowOutput;
import eventflux.testkit.window.WindowModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** For each symbol the rows of the session under way and of the one before it; all times are computed from them anew. */
final class SessionModel implements WindowModel {

    private static final long NEVER = Long.MAX_VALUE;

    private final long gap;
    private final long latency;
    private final Map<Optional<String>, Sessions> bySymbol = new LinkedHashMap<>();

    SessionModel(long gap, long latency) {
        this.gap = gap;
        this.latency = latency;
    }

    private static final class Sessions {
        private final List<Row> open = new ArrayList<>();
        private final List<Row> over = new ArrayList<>();
    }

    private long start(List<Row> rows) {
        return times(rows).min().orElse(NEVER);
    }

    private long end(List<Row> rows) {
        return rows.isEmpty() ? NEVER : times(rows).max().orElseThrow() + gap;
    }

    private static LongStream times(List<Row> rows) {
        return rows.stream().mapToLong(Row::timestamp);
    }

    private long due(Sessions sessions) {
        long expiry = sessions.over.isEmpty() ? NEVER : end(sessions.over) + latency;
        return Math.min(end(sessions.open), expiry);
    }

    @Override
    public void onMillisecond(long now, WindowOutput out) {
        while (true) {
            Optional<Map.Entry<Optional<String>, Sessions>> first = bySymbol.entrySet().stream()
                    .min(Comparator.comparingLong(entry -> due(entry.getValue())))
                    .filter(entry -> due(entry.getValue()) <= now);
            if (first.isEmpty()) {
                return;
            }
            Sessions sessions = first.get().getValue();
            if (!sessions.over.isEmpty() && end(sessions.over) + latency <= now) {
                expire(sessions.over, out);
            }
            if (end(sessions.open) <= now) {
                end(sessions, out);
            }
            moveBehind(first.get().getKey(), sessions);
        }
    }

    // Symbols whose next times are equal come in the order in which these were last set.
    private void moveBehind(Optional<String> symbol, Sessions sessions) {
        bySymbol.remove(symbol);
        if (!sessions.open.isEmpty() || !sessions.over.isEmpty()) {
            bySymbol.put(symbol, sessions);
        }
    }

    private void end(Sessions sessions, WindowOutput out) {
        expire(sessions.over, out);
        if (latency == 0) {
            expire(sessions.open, out);
        } else {
            sessions.over.addAll(sessions.open);
            sessions.open.clear();
        }
    }

    private static void expire(List<Row> rows, WindowOutput out) {
        rows.forEach(out::expired);
        rows.clear();
    }

    @Override
    public void onRow(Row row, long now, WindowOutput out) {
        onMillisecond(now, out);
        Optional<String> symbol = Optional.ofNullable(row.getString(UniqueModel.SYMBOL));
        Sessions sessions = bySymbol.computeIfAbsent(symbol, key -> new Sessions());
        long before = due(sessions);
        if (row.timestamp() >= end(sessions.open)) {
            end(sessions, out);
        }
        List<Row> joined = sessionOf(row.timestamp(), sessions);
        if (joined != null) {
            joined.add(row);
            out.current(row);
        }
        if (!sessions.over.isEmpty() && !sessions.open.isEmpty() && end(sessions.over) > start(sessions.open)) {
            sessions.open.addAll(0, sessions.over);
            sessions.over.clear();
        }
        if (due(sessions) != before) {
            moveBehind(symbol, sessions);
        }
        out.endStep();
        onMillisecond(now, out);
    }

    private List<Row> sessionOf(long time, Sessions sessions) {
        if (!sessions.open.isEmpty() && time >= start(sessions.open) - gap) {
            return sessions.open;
        }
        boolean isBeforeTheEnd = !sessions.over.isEmpty() && time < end(sessions.over);
        if (isBeforeTheEnd && time >= start(sessions.over) - gap) {
            return sessions.over;
        }
        return sessions.open.isEmpty() && !isBeforeTheEnd ? sessions.open : null;
    }
}
