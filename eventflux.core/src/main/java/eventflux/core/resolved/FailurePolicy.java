package eventflux.core.resolved;

import java.util.Objects;

/**
 * What becomes of the rows of a stream that a query fails on.
 *
 * @param action what is done with them
 * @param stream where they go; empty when they are dropped
 */
public record FailurePolicy(Action action, String stream) {

    /** They are dropped, counted and logged. */
    public static final FailurePolicy LOG = new FailurePolicy(Action.LOG, "");

    /** Refuses missing parts. */
    public FailurePolicy {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(stream, "stream");
    }

    /** Whether they go on elsewhere. */
    public boolean handsOn() {
        return action != Action.LOG;
    }

    /** What is done. */
    public enum Action {
        /** Dropped, counted and logged. */
        LOG,
        /** Put into the fault stream: their columns and what went wrong. */
        FAULT_STREAM,
        /** Put into a stream of dead letters: the row as a text, and what went wrong. */
        DEAD_LETTERS
    }

    @Override
    public String toString() {
        return switch (action) {
            case LOG -> "logged";
            case FAULT_STREAM -> "put into " + stream;
            case DEAD_LETTERS -> "put as dead letters into " + stream;
        };
    }
}
