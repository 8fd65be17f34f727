package eventflux.core.failure;

import eventflux.api.FailureSummary;
import eventflux.api.error.ErrorKind;
import eventflux.api.error.EventFluxException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What has failed at one place. It keeps texts only, never an exception: the classes of a bundle that leaves go with it. A stack is read
 * once in a while as long as the same kind of exception comes, since that takes longer than all else. Safe for many threads.
 */
final class FailingPlace {

    private static final int REASON_LENGTH = 1_000;
    private static final long ORIGIN_NANOS = 10_000_000;
    private static final int LOGGED_ONE_BY_ONE = 5;
    private static final int LOGGED_EVERY = 10_000;
    private static final long LOGGED_EVERY_MILLIS = 10_000;
    private static final String OF_EXTENSION =
            "Tell its vendor; another version of the bundle takes its place while the application runs.";
    private static final String OF_VALUES =
            "Such values do not fit what is done with them here: change the text, or say with @OnError what becomes of these rows.";
    private static final String OF_CALLER = "Look at the code named, which is neither the engine's nor an extension's.";

    private final AtomicLong count = new AtomicLong();
    // When the last line about this place was written.
    private final AtomicLong loggedMillis = new AtomicLong();
    // Written by whoever fails; the last one wins.
    private volatile Last last;

    private record Last(
            String type, long millis, String reason, FailureOrigin origin, String advice, long originNanos) {

        Last again(long now, String why) {
            return new Last(type, now, why, origin, advice, originNanos);
        }
    }

    /** A place where something has failed for the first time, which is not counted yet. */
    FailingPlace(Throwable cause, long millis, CodeOwners owners) {
        this.last = toLast(cause, millis, owners);
    }

    /** Counts failures; answers how many there are now. */
    long add(long times) {
        return count.addAndGet(times);
    }

    long count() {
        return count.get();
    }

    /** Whether the log is to mention the failure with this number; takes it as mentioned then. */
    boolean isLogged(long number, long millis) {
        if (number <= LOGGED_ONE_BY_ONE) {
            loggedMillis.set(millis);
            return true;
        }
        long before = loggedMillis.get();
        // A clock that is set back silences nobody.
        return number % LOGGED_EVERY == 0
                && Math.abs(millis - before) >= LOGGED_EVERY_MILLIS
                && loggedMillis.compareAndSet(before, millis);
    }

    /** Takes note of the last failure. */
    void note(Throwable cause, long millis, CodeOwners owners) {
        Last before = last;
        boolean isAlike = before.type().equals(cause.getClass().getName())
                && System.nanoTime() - before.originNanos() < ORIGIN_NANOS;
        last = isAlike ? before.again(millis, reason(cause)) : toLast(cause, millis, owners);
    }

    private static Last toLast(Throwable cause, long millis, CodeOwners owners) {
        FailureOrigin origin = FailureOrigin.of(cause, owners);
        String type = cause.getClass().getName();
        return new Last(type, millis, reason(cause), origin, advice(cause, origin), System.nanoTime());
    }

    FailureSummary summary(String place) {
        Last noted = last;
        return new FailureSummary(
                place,
                count.get(),
                noted.millis(),
                noted.reason(),
                noted.origin().place(),
                noted.origin().provider(),
                noted.advice());
    }

    private static String advice(Throwable cause, FailureOrigin origin) {
        if (cause instanceof EventFluxException refusal) {
            return refusal.problems().get(0).code().kind().advice(); // whose turn it is, as whoever threw it says
        }
        if (isOfValues(cause)) {
            return OF_VALUES;
        }
        if (cause instanceof IOException) {
            return ErrorKind.EXTERNAL.advice(); // by which connectors tell of their outside
        }
        if (!origin.provider().isEmpty()) {
            return OF_EXTENSION;
        }
        return origin.isEngine() ? ErrorKind.INTERNAL.advice() : OF_CALLER;
    }

    // What overflows, and what functions throw for an argument that they cannot take.
    private static boolean isOfValues(Throwable cause) {
        return cause instanceof ArithmeticException
                || cause instanceof IllegalArgumentException
                || cause instanceof DateTimeException;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        boolean saysEnough = message != null && !(cause instanceof Error); // that of an error is a bare name as a rule
        String reason = saysEnough ? message : cause.toString();
        return reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) + "…" : reason;
    }
}
