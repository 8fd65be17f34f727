package eventflux.core.resolved;

import java.lang.System.Logger.Level;
import java.util.Objects;

/**
 * What becomes of the rows of a stream that a query fails on, or of what a source or sink fails on.
 *
 * @param action what is done with them when trying again has not helped
 * @param stream where they go; empty when they go into no stream
 * @param retries how often what a sink could not pass on is tried again before
 * @param level with which the log mentions what is only logged
 */
public record FailurePolicy(Action action, String stream, Retries retries, Level level) {

    /** They are dropped, counted and logged. */
    public static final FailurePolicy LOG = new FailurePolicy(Action.LOG, "", Retries.NONE, Level.WARNING);

    /** Refuses missing parts. */
    public FailurePolicy {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(level, "level");
    }

    /** Whether they go on elsewhere. */
    public boolean handsOn() {
        return action != Action.LOG;
    }

    /** Whether they go into a stream. */
    public boolean feedsStream() {
        return !stream.isEmpty();
    }

    /** What is done. */
    public enum Action {
        /** Dropped, counted and logged. */
        LOG,
        /** Put into the fault stream: their columns and what went wrong. */
        FAULT_STREAM,
        /** Put into a stream of dead letters: the row as a text, and what went wrong. */
        DEAD_LETTERS,
        /** Put into the error store, from where they can be replayed. */
        STORE,
        /** The application is stopped. */
        FAIL
    }

    @Override
    public String toString() {
        String outcome = switch (action) {
            case LOG -> "logged";
            case FAULT_STREAM -> "put into " + stream;
            case DEAD_LETTERS -> "put as dead letters into " + stream;
            case STORE -> "put into the error store";
            case FAIL -> "the end of the application";
        };
        return retries.isAny() ? retries + ", then " + outcome : outcome;
    }
}
