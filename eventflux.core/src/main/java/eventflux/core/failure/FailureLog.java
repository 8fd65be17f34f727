package eventflux.core.failure;

import eventflux.api.ConnectionStatus;
import eventflux.api.FailureSummary;
import eventflux.core.operator.RowFailures;
import eventflux.core.row.RowView;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The default policy: what fails is dropped, counted and logged. At each place the first five failures have a line each,
 * later every ten-thousandth, when the last line is ten seconds old: a flood of bad input is no flood of lines. Safe for
 * many threads.
 */
public final class FailureLog implements RowFailures {

    private static final long LOST_EVERY_NANOS = 10_000_000_000L;

    private final String application;
    private final Logger logger;
    private final LongSupplier millis;
    private final Map<String, FailingPlace> places = new ConcurrentHashMap<>();
    // Written before a pipeline is put in place.
    private volatile CodeOwners owners = CodeOwners.NONE;
    // When a line about lost rows may be written again.
    private final AtomicLong nextLost = new AtomicLong(System.nanoTime());

    /** A log for one application, by the clock of the machine. */
    public FailureLog(String application, Logger logger) {
        this(application, logger, System::currentTimeMillis);
    }

    /** A log for one application, by a clock. */
    public FailureLog(String application, Logger logger, LongSupplier millis) {
        this.application = application;
        this.logger = logger;
        this.millis = millis;
    }

    /** Takes note of whose code is whose. */
    public void owners(CodeOwners known) {
        owners = known;
    }

    @Override
    public void rowFailed(String where, RowView row, Throwable cause) {
        rowFailed(where, row, cause, Level.WARNING);
    }

    /** The same, at another level of the log. */
    public RowFailures at(Level level) {
        return level == Level.WARNING ? this : new Levelled(this, level);
    }

    private void rowFailed(String where, RowView row, Throwable cause, Level level) {
        FailingPlace place = noted(where, cause);
        long count = place.add(1);
        if (place.isLogged(count, millis.getAsLong())) {
            log(level, where, row == null ? "no row" : "row " + row, cause, count);
        }
    }

    @Override
    public void failed(String where, String what, Throwable cause) {
        failed(where, what, cause, Level.WARNING);
    }

    /** As {@link #failed(String, String, Throwable)}, at another level of the log. */
    public void failed(String where, String what, Throwable cause, Level level) {
        FailingPlace place = noted(where, cause);
        long count = place.add(1);
        if (place.isLogged(count, millis.getAsLong())) {
            log(level, where, what, cause, count);
        }
    }

    /** Something has failed, and somebody else takes care of it. */
    public void counted(String where, Throwable cause) {
        noted(where, cause).add(1);
    }

    /** Rows are lost that nobody has looked at; at most one line in ten seconds, for all places together. */
    public void lost(String where, int rows, Throwable cause) {
        long count = noted(where, cause).add(rows);
        long now = System.nanoTime();
        long next = nextLost.get();
        if (now - next >= 0 && nextLost.compareAndSet(next, now + LOST_EVERY_NANOS)) {
            log(Level.WARNING, where, "rows that are lost", cause, count);
        }
    }

    /** A connection stands otherwise than before: a line when it is lost, and one when it is back. */
    public void connectionChanged(ConnectionStatus before, ConnectionStatus now) {
        boolean wasLost = isLost(before.state());
        String what = application + ": " + now.kind() + " " + now.name() + " (" + now.extension() + ")";
        if (isLost(now.state()) && !wasLost) {
            logger.log(Level.WARNING, what + " cannot be reached and is tried again: " + now.lastError());
        } else if (now.state() == ConnectionStatus.State.CONNECTED && wasLost) {
            logger.log(Level.WARNING, what + " is reached again");
        }
    }

    private static boolean isLost(ConnectionStatus.State state) {
        return state == ConnectionStatus.State.RECONNECTING || state == ConnectionStatus.State.BROKEN_CIRCUIT;
    }

    private FailingPlace noted(String where, Throwable cause) {
        FailingPlace known = places.get(where);
        FailingPlace place = known == null
                ? places.computeIfAbsent(where, key -> new FailingPlace(cause, millis.getAsLong(), owners))
                : known;
        place.note(cause, millis.getAsLong(), owners);
        return place;
    }

    private void log(Level level, String where, String what, Throwable cause, long count) {
        logger.log(
                level,
                "{0}: {1} failed on {2}: {3} (error {4} there)",
                application,
                where,
                what,
                String.valueOf(cause.getMessage() == null ? cause : cause.getMessage()),
                count);
        logger.log(Level.DEBUG, application + ": " + where, cause);
    }

    /** Begins to count anew. */
    public void reset() {
        places.clear();
    }

    /** How many have failed, by place. */
    public Map<String, Long> counts() {
        Map<String, Long> copy = new LinkedHashMap<>();
        places.forEach((where, place) -> copy.put(where, place.count()));
        return copy;
    }

    /** What has failed, by place. */
    public List<FailureSummary> summaries() {
        return places.entrySet().stream()
                .map(place -> place.getValue().summary(place.getKey()))
                .sorted(Comparator.comparing(FailureSummary::place))
                .toList();
    }

    private record Levelled(FailureLog log, Level level) implements RowFailures {

        @Override
        public void rowFailed(String where, RowView row, Throwable cause) {
            log.rowFailed(where, row, cause, level);
        }

        @Override
        public void failed(String where, String what, Throwable cause) {
            log.failed(where, what, cause, level);
        }
    }
}
